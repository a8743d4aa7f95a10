import { useState } from 'react';
import { errors } from '../../lib/i18n/errors.ts';
import type { Command, CommandError } from '../../lib/contract/commands.ts';
import type { PackOutline, PackWorkflowOutline } from '../../lib/contract/pack.ts';
import type { Settings } from '../../lib/contract/settings.ts';
import type { Weekday } from '../../lib/domain/day.ts';
import { rhythmWords, weekdayWord } from '../../lib/i18n/day-words.ts';
import { welcome } from '../../lib/i18n/welcome.ts';
import { TOOLS, toolById } from '../../lib/sites/registry.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ChooseMany, ChooseOne } from '../ui/choices.tsx';
import { Notice } from '../ui/notice.tsx';
import { ToolAccessNotice } from '../ui/tool-access.tsx';
import { proposeWorkflows } from './propose.ts';
import type { WelcomeProps } from './welcome.tsx';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

interface Pressed {
  readonly settings?: Partial<Pick<Settings, 'preferredTool' | 'department'>> | undefined;
  readonly weekdays?: readonly Weekday[] | undefined;
}

/** Third screen: tool, kind of work, one piece of it; then into the tool. */
export function SetUp(props: WelcomeProps) {
  const { language, packs, adopted, onCommand, onWeekdays, onStart } = props;
  const t = welcome[language];
  const [failed, setFailed] = useState<CommandError>();
  // What was just pressed shows at once; storage answers a moment later.
  const [pressed, setPressed] = useState<Pressed>({});
  const settings = { ...props.settings, ...pressed.settings };
  const weekdays = pressed.weekdays ?? props.weekdays;
  const send = async (command: Command) => {
    const reply = await onCommand(command);
    setFailed(reply.ok ? undefined : reply.code);
    return reply.ok;
  };
  const choose = async (change: Pressed['settings']) => {
    setPressed((before) => ({ ...before, settings: { ...before.settings, ...change } }));
    if (!(await send({ type: 'saveSettings', settings: { ...change } }))) setPressed({});
  };
  const pack = packs.find(({ id }) => id === settings.department);
  const tool = (toolById(settings.preferredTool) ?? TOOLS[0]).name;
  return (
    <div className="welcome-set">
      <ChooseOne<string>
        legend={t.tool}
        hint={t.toolHint}
        value={settings.preferredTool}
        options={TOOLS.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(preferredTool) => void choose({ preferredTool })}
      />
      <ChooseOne<string>
        legend={t.department}
        value={pack?.id}
        options={packs.map(({ id, name }) => ({ value: id, label: name[language] }))}
        onChange={(department) => void choose({ department })}
      />
      <div aria-live="polite">
        {pack !== undefined && (
          <Proposals
            pack={pack}
            adopted={adopted}
            language={language}
            onAdopt={(workflow) =>
              void send({ type: 'adoptWorkflow', pack: pack.id, workflow: workflow.id })
            }
          />
        )}
        {failed !== undefined && <Notice tone="attention">{errors[language][failed]}</Notice>}
      </div>
      <details className="welcome-more">
        <summary>{t.weekdaysShow}</summary>
        <ChooseMany<string>
          legend={t.weekdays}
          hint={t.weekdaysHint}
          values={weekdays.map(String)}
          options={WEEKDAYS.map((day) => ({
            value: String(day),
            label: weekdayWord(day, language),
          }))}
          onChange={(days) => {
            const chosen = days.map(Number) as Weekday[];
            setPressed((before) => ({ ...before, weekdays: chosen }));
            onWeekdays(chosen);
          }}
        />
      </details>
      <ToolAccessNotice {...props.access} language={language} />
      <section className="welcome-ready" aria-labelledby="welcome-ready">
        <h2 id="welcome-ready">{t.ready}</h2>
        <p>{adopted.size > 0 ? t.readyLead(tool) : t.readyNone(tool)}</p>
        <div className="welcome-ready-actions">
          <Button variant="primary" onClick={onStart}>
            {t.start(tool)}
          </Button>
          <ButtonLink variant="plain" href={props.dashboard}>
            {t.later}
          </ButtonLink>
        </div>
        <p className="welcome-foot-note">
          <a href={`${props.dashboard}#/team`}>{t.joinCompany}</a>
        </p>
      </section>
    </div>
  );
}

function Proposals({
  pack,
  adopted,
  language,
  onAdopt,
}: Pick<WelcomeProps, 'adopted' | 'language'> & {
  readonly pack: PackOutline;
  readonly onAdopt: (workflow: PackWorkflowOutline) => void;
}) {
  const t = welcome[language];
  return (
    <section className="welcome-proposals">
      <h2>{t.propose(pack.name[language])}</h2>
      <p className="ui-choices-hint">{t.proposeHint}</p>
      <ul>
        {proposeWorkflows(pack).map((workflow) => {
          const name = workflow.name[language];
          return (
            <li key={workflow.id}>
              <div>
                <h3>{name}</h3>
                <p>{workflow.about[language]}</p>
                <p className="welcome-when">
                  {rhythmWords(workflow.rhythm, language)} · {t.minutes(workflow.minutes)}
                </p>
              </div>
              <Adopt
                name={name}
                isAdopted={adopted.has(`${pack.id}/${workflow.id}`)}
                language={language}
                onAdopt={() => onAdopt(workflow)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** One button all along, so that the focus stays where it was pressed. */
function Adopt({
  name,
  isAdopted,
  language,
  onAdopt,
}: {
  readonly name: string;
  readonly isAdopted: boolean;
  readonly language: WelcomeProps['language'];
  readonly onAdopt: () => void;
}) {
  const t = welcome[language];
  return (
    <Button
      size="small"
      disabled={isAdopted}
      icon={isAdopted ? 'check' : 'plus'}
      aria-label={isAdopted ? `${name}: ${t.added}` : t.addNamed(name)}
      onClick={onAdopt}
    >
      {isAdopted ? t.added : t.add}
    </Button>
  );
}
