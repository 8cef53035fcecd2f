import type { Site } from '../../site.ts';
import { LinkButton } from '../../ui/button.tsx';
import { language } from '../../ui/messages/language-fr.ts';
import { contact } from '../../ui/messages/pages-fr.ts';
import { portal } from '../../ui/messages/portal-fr.ts';
import { Page } from '../../ui/page.tsx';

type Reach = { phone: string; email: string; hours: string; postalAddress?: string };

export function ContactPage({ site, general }: { site: Site; general: string }) {
  return (
    <Page title={contact.title} site={site.name} wide intro={<p>{contact.intro}</p>}>
      <div class="two-columns contact-top">
        <section>
          <h2>{contact.welcome}</h2>
          <ReachList reach={site.contact} />
        </section>
        <section>
          <h2>{contact.online}</h2>
          <p>{contact.onlineText}</p>
          <div class="buttons">
            <LinkButton href={general}>{contact.ask}</LinkButton>
          </div>
          <h3 class="field-gap">{contact.deaf}</h3>
          <p>{contact.deafText}</p>
        </section>
      </div>
      <section>
        <h2>{contact.departments}</h2>
        <p>{contact.departmentsText}</p>
        <ul class="departments">
          {site.departments.map(({ code, name, ...reach }) => (
            <li key={code}>
              <h3 lang={language.content}>{name}</h3>
              <ReachList reach={reach} />
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

function ReachList({ reach }: { reach: Reach }) {
  return (
    <dl class="reach">
      <div>
        <dt>{portal.phone}</dt>
        <dd>
          <a href={`tel:${reach.phone.replace(/\s/g, '')}`}>{reach.phone}</a>
        </dd>
      </div>
      <div>
        <dt>{portal.email}</dt>
        <dd>
          <a href={`mailto:${reach.email}`}>{reach.email}</a>
        </dd>
      </div>
      {reach.postalAddress && (
        <div>
          <dt>{portal.address}</dt>
          <dd>{reach.postalAddress}</dd>
        </div>
      )}
      <div>
        <dt>{portal.hours}</dt>
        <dd lang={language.content}>{reach.hours}</dd>
      </div>
    </dl>
  );
}
