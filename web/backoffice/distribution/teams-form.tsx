import { Button } from '../../ui/button.tsx';
import { CheckboxGroup } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { ruleForm as f, rulesWords as t } from '../../ui/messages/backoffice-distribution-rules-fr.ts';
import type { Distribution, Rules } from './distribution-api.ts';
import { focusSoon } from './focus-soon.ts';
import { codeOf } from './rule-words.ts';

type Team = Rules['teams'][number];
/** Groups of agents that rules may name at once. */
export function TeamsForm(props: {
  teams: Rules['teams'];
  data: Distribution;
  onChange(teams: Team[]): void;
}) {
  const { teams, data, onChange } = props;
  const set = (team: Team, change: Partial<Team>) =>
    onChange(teams.map((one) => (one.code === team.code ? { ...one, ...change } : one)));
  const add = () => {
    const code = codeOf(
      'equipe',
      teams.map((one) => one.code),
    );
    onChange([...teams, { code, name: '', agents: [] }]);
    focusSoon(`team-${code}-name`);
  };
  return (
    <div class="teams">
      {teams.map((team) => (
        <fieldset key={team.code} class="block-row">
          <legend>{team.name || f.teamsTitle}</legend>
          <TextField
            id={`team-${team.code}-name`}
            label={f.teamName}
            value={team.name}
            onChange={(name) => set(team, { name })}
          />
          <CheckboxGroup
            id={`team-${team.code}-agents`}
            label={f.agents}
            options={data.agents.map(({ login, name }) => ({ value: login, label: name }))}
            value={team.agents}
            onChange={(agents) => set(team, { agents })}
          />
          <Button
            look="quiet"
            about={team.name}
            onClick={() => onChange(teams.filter(({ code }) => code !== team.code))}
          >
            {t.drop}
          </Button>
        </fieldset>
      ))}
      <Button look="secondary" onClick={add}>
        {f.addTeam}
      </Button>
    </div>
  );
}
