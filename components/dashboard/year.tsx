import type { DayKey } from '../../lib/domain/day.ts';
import { dashboard } from '../../lib/i18n/dashboard.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { words } from '../../lib/i18n/words.ts';
import { Line } from '../line/line.tsx';
import { StrengthArc } from '../line/strength-arc.tsx';
import { Card } from '../ui/card.tsx';
import { ChooseOne } from '../ui/choices.tsx';
import { Definition } from '../ui/definition.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Figure } from '../ui/figure.tsx';
import { Select } from '../ui/field.tsx';
import { LineLegend } from './line-legend.tsx';
import type { Period, YearOfLine, YearView } from './year-view.ts';
import './year.css';

const SEGMENT_WORDS = {
  power: 'segmentPower',
  habitual: 'segmentHabitual',
  novice: 'segmentNovice',
  low: 'segmentLow',
  nonUser: 'segmentNonUser',
} as const;

interface YearProps {
  readonly view: YearView;
  readonly today: DayKey;
  readonly language: Language;
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
  /** Tool whose line is drawn large; undefined for all together. */
  readonly tool: string | undefined;
  readonly onTool: (tool: string | undefined) => void;
  readonly toolName: (id: string) => string;
}

/** A person's year: the numbers, the line, and each tool's line beside its numbers. */
export function Year(props: YearProps) {
  const { view, language, today, tool, period, onPeriod, onTool, toolName } = props;
  const t = dashboard[language];
  const shown = view.tools.find((one) => one.tool === tool) ?? view.all;
  const name = shown.tool === undefined ? t.allTools : toolName(shown.tool);
  const ALL = '';
  return (
    <>
      {view.all.line.longest > 0 ? (
        <YearFigures view={view} language={language} />
      ) : (
        <EmptyState title={t.firstTitle} level={2}>
          {t.firstText}
        </EmptyState>
      )}
      <Card
        title={shown.tool === undefined ? t.lineOfAll : t.lineOf(name)}
        actions={
          <div className="year-period">
            <Select
              label={t.period}
              value={String(period)}
              options={[
                { value: 'last', label: t.last12Months },
                ...view.years.map((year) => ({ value: String(year), label: t.yearOf(year) })),
              ]}
              onChange={(value) => onPeriod(value === 'last' ? 'last' : Number(value))}
            />
          </div>
        }
      >
        <div className="year-drawing">
          <ChooseOne
            legend={t.tools}
            value={tool ?? ALL}
            options={[
              { value: ALL, label: t.allTools },
              ...view.tools.map(({ tool: id = '' }) => ({ value: id, label: toolName(id) })),
            ]}
            onChange={(value) => onTool(value === ALL ? undefined : value)}
          />
          {shown.visitDays === 0 && <p className="year-none">{t.yearNone}</p>}
          <Line
            marks={shown.marks}
            size="board"
            language={language}
            today={today}
            entering={shown.entering}
            name={name}
          />
          <LineLegend language={language} />
        </div>
      </Card>
      <Card title={t.compareHeading}>
        <p className="year-compare-lead">{t.compareLead}</p>
        <Compare lines={[view.all, ...view.tools]} {...{ language, today, toolName }} />
      </Card>
    </>
  );
}

function YearFigures({ view, language }: { readonly view: YearView; readonly language: Language }) {
  const t = dashboard[language];
  const word = words[language];
  const { all, segment } = view;
  const { current, longest, weeks, strength } = all.line;
  return (
    <div className="year-figures">
      {current > 0 ? (
        <Figure
          word={<Definition {...word.line} />}
          value={current}
          unit={t.days(current)}
          beside={current >= longest ? t.currentIsLongest : t.currentOf(longest)}
        />
      ) : (
        <Figure
          word={<Definition {...word.longest} />}
          value={longest}
          unit={t.days(longest)}
          beside={t.remains}
        />
      )}
      {weeks.current > 0 ? (
        <Figure
          word={<Definition {...word.weeks} />}
          value={weeks.current}
          unit={t.weeks(weeks.current)}
          beside={t.weeksLongest(weeks.longest)}
        />
      ) : (
        <Figure
          word={<Definition {...word.weeks}>{t.weeksLongestWord}</Definition>}
          value={weeks.longest}
          unit={t.weeks(weeks.longest)}
        />
      )}
      <Figure
        word={<Definition {...word.visitDay} />}
        value={all.visitDays}
        unit={t.days(all.visitDays)}
        beside={
          <>
            {t.ofScheduled(all.scheduledDays)}
            {all.selfReportedDays > 0 && (
              <>
                <br />
                {t.selfReportedPart(all.selfReportedDays)}
              </>
            )}
          </>
        }
      />
      <Figure
        word={<Definition {...word.promptsStarted} />}
        value={all.promptsStarted.toLocaleString(language)}
        unit={t.times(all.promptsStarted)}
      />
      <div className="ui-figure">
        <div className="ui-figure-word">
          <Definition {...word.strength} />
        </div>
        <StrengthArc value={strength} language={language} />
      </div>
      <div className="ui-figure">
        <div className="ui-figure-word">
          <Definition
            word={word.segment.word}
            meaning={<SegmentMeaning {...{ view, language }} />}
          />
        </div>
        <div className="year-segment">
          {segment === undefined ? t.segmentSoon : t[SEGMENT_WORDS[segment.segment]]}
        </div>
        {segment === undefined && (
          <div className="ui-figure-beside">{t.segmentSoonBeside(view.weeksUntilSegment)}</div>
        )}
      </div>
    </div>
  );
}

function SegmentMeaning({
  view: { segment },
  language,
}: {
  readonly view: YearView;
  readonly language: Language;
}) {
  const t = dashboard[language];
  return (
    <>
      {words[language].segment.meaning}
      <br />
      {t.segmentMeaning}
      {segment !== undefined && (
        <>
          <br />
          {t.segmentRule(
            segment.window,
            segment.measure === 'promptsStarted' ? t.measurePrompts : t.measureDays,
            segment.powerThreshold,
          )}
        </>
      )}
    </>
  );
}

function Compare({
  lines,
  language,
  today,
  toolName,
}: {
  readonly lines: readonly YearOfLine[];
  readonly language: Language;
  readonly today: DayKey;
  readonly toolName: (id: string) => string;
}) {
  const t = dashboard[language];
  const word = words[language];
  return (
    <ul className="year-compare">
      {lines.map((one) => {
        const name = one.tool === undefined ? t.allTools : toolName(one.tool);
        return (
          <li key={one.tool ?? ''} className="year-tool">
            <h3 className="year-tool-name">{name}</h3>
            <Line marks={one.recent} size="small" language={language} today={today} name={name} />
            <dl className="year-tool-numbers">
              <div>
                <dt>{word.visitDay.word}</dt>
                <dd>
                  <b>{one.visitDays}</b> {t.days(one.visitDays)}
                </dd>
              </div>
              <div>
                <dt>{word.promptsStarted.word}</dt>
                <dd>
                  <b>{one.promptsStarted.toLocaleString(language)}</b> {t.times(one.promptsStarted)}
                </dd>
              </div>
              <div>
                <dt>{word.longest.word}</dt>
                <dd>
                  <b>{one.line.longest}</b> {t.days(one.line.longest)}
                </dd>
              </div>
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
