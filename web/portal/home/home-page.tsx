import type { ProcedureCard } from '../../../functions/procedures/public-api.ts';
import type { Site } from '../../site.ts';
import { LinkButton } from '../../ui/button.tsx';
import { ArrowIcon, MailIcon, PhoneIcon, PinIcon } from '../../ui/icons.tsx';
import { home } from '../../ui/messages/home-fr.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { portal } from '../../ui/messages/portal-fr.ts';
import { addresses, serviceLinks } from '../frame.tsx';
import { ProcedureTile } from '../procedures/procedure-tile.tsx';
import { writtenIn } from '../written.ts';
import { popularList } from './most-asked.tsx';
import { SearchBox } from './search-box.tsx';
import { Town } from './town.tsx';

type ArticleLink = { id: string; title: string; summary: string; language?: string | undefined };
type HomeProps = {
  site: Site;
  popular: readonly ProcedureCard[];
  articles: readonly ArticleLink[];
  general: string;
};

export function HomePage({ site, popular, articles, general }: HomeProps) {
  return (
    <div class="home">
      <div class="hero">
        <div class="bar">
          <div class="hero-words">
            <h1>{home.title}</h1>
            <p class="lead">{home.lead(site.name)}</p>
            <div id="app">
              <SearchBox general={general} />
            </div>
          </div>
        </div>
        <Town />
      </div>
      <div class="bar home-sections">
        <section aria-labelledby="demarches-titre">
          <h2 id="demarches-titre">{home.popular}</h2>
          <ul class="cards" id={popularList}>
            {popular.map((card) => (
              <ProcedureTile key={card.id} card={card} />
            ))}
          </ul>
          <p class="after-cards">
            <LinkButton href={addresses.procedures} look="secondary">
              {home.all}
              <ArrowIcon />
            </LinkButton>
          </p>
        </section>
        <section class="track-box" aria-labelledby="suivi-titre">
          <div>
            <h2 id="suivi-titre">{home.trackTitle}</h2>
            <p>{home.trackText}</p>
          </div>
          <LinkButton href={addresses.track}>{home.trackAction}</LinkButton>
        </section>
        <OtherServices />
        <div class="two-columns">
          <section aria-labelledby="aide-titre">
            <h2 id="aide-titre">{home.helpTitle}</h2>
            <ul class="plain-links">
              {articles.slice(0, 6).map(({ id, title, ...article }) => (
                <li key={id} lang={writtenIn(article)}>
                  <a href={`${addresses.help}/${id}`}>{title}</a>
                </li>
              ))}
            </ul>
            <p class="after-cards">
              <a href={addresses.help}>{home.helpAll}</a>
            </p>
          </section>
          <ContactBlock site={site} />
        </div>
        <section aria-labelledby="engagement-titre">
          <h2 id="engagement-titre">{home.promiseTitle}</h2>
          <ul class="promises">
            {home.promises.map(({ title, text }) => (
              <li key={title}>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

/** What is done here besides asking: it is found without an account. */
const OtherServices = () => (
  <section aria-labelledby="services-titre">
    <h2 id="services-titre">{portal.servicesTitle}</h2>
    <ul class="plain-links">
      {serviceLinks().map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  </section>
);

function ContactBlock({ site }: { site: Site }) {
  const { phone, email, postalAddress, hours } = site.contact;
  return (
    <section aria-labelledby="contact-titre">
      <h2 id="contact-titre">{home.contactTitle}</h2>
      <p>{home.contactText}</p>
      <ul class="contact-lines">
        <li>
          <PhoneIcon />
          <span>
            <span class="visually-hidden">{portal.phone} : </span>
            <a class="strong" href={`tel:${phone.replace(/\s/g, '')}`}>
              {phone}
            </a>
            <br />
            <span lang={language.content}>{hours}</span>
          </span>
        </li>
        <li>
          <MailIcon />
          <span>
            <span class="visually-hidden">{portal.email} : </span>
            <a href={`mailto:${email}`}>{email}</a>
          </span>
        </li>
        <li>
          <PinIcon />
          <span>
            <span class="visually-hidden">{portal.address} : </span>
            {postalAddress}
          </span>
        </li>
      </ul>
    </section>
  );
}
