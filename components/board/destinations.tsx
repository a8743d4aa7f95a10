import type { ChannelDto, DeliveryDto, NewChannel } from '../../lib/contract/hub/channels.ts';
import { board, channelKinds, deliveryStates, failureReasons } from '../../lib/i18n/board.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { CopyLine } from '../team/copy-line.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { Switch } from '../ui/switch.tsx';
import { Tag } from '../ui/tag.tsx';
import { deliveryWords } from './delivery-words.ts';
import { NewChannelForm } from './new-channel.tsx';
import './board.css';

/** What the page shows of one department. */
export interface DestinationsView {
  readonly channels: readonly ChannelDto[];
  readonly mailIsSent: boolean;
  /** Newest first. */
  readonly deliveries: readonly DeliveryDto[];
  /** What a test came to, by channel id. */
  readonly tested: Readonly<Record<string, { arrived: boolean; reason?: DeliveryDto['reason'] }>>;
  /** Shown this once after a webhook was added. */
  readonly signingSecret: string | undefined;
  /** Channel or form that waits for the hub. */
  readonly busy: string | undefined;
}

/** What can be done there. */
export interface DestinationsDeeds {
  readonly onAdd: (channel: NewChannel) => Promise<boolean>;
  readonly onSwitch: (channel: ChannelDto, active: boolean) => void;
  /** Whether new questions go there too. */
  readonly onQuestions: (channel: ChannelDto, questions: boolean) => void;
  readonly onRemove: (channel: ChannelDto) => void;
  readonly onTest: (channel: ChannelDto) => void;
  readonly onRetry: (delivery: DeliveryDto) => void;
  readonly onCopy: (text: string) => void;
}

/** Where the weekly summary goes, whether it gets there, and how it went so far. */
export function Destinations({
  view,
  language,
  deeds,
}: {
  readonly view: DestinationsView;
  readonly language: Language;
  readonly deeds: DestinationsDeeds;
}) {
  const t = board[language];
  return (
    <>
      <Card title={t.channels}>
        <p className="board-soft">{t.channelsLead}</p>
        {!view.mailIsSent && <Notice>{t.mailNotSent}</Notice>}
        {view.channels.length === 0 ? (
          <EmptyState title={t.channelsNone}>{t.channelsNoneLead}</EmptyState>
        ) : (
          <ul className="board-rows">
            {view.channels.map((channel) => (
              <Channel key={channel.id} {...{ channel, view, language, deeds }} />
            ))}
          </ul>
        )}
      </Card>
      <Card title={t.channelAdd}>
        <NewChannelForm language={language} busy={view.busy === 'new'} onAdd={deeds.onAdd} />
        <div aria-live="polite">
          {view.signingSecret !== undefined && (
            <CopyLine
              label={t.signingSecret}
              text={view.signingSecret}
              copyLabel={t.copySecret}
              onCopy={deeds.onCopy}
            />
          )}
        </div>
      </Card>
      <Card title={t.deliveries}>
        {view.deliveries.length === 0 ? (
          <p className="board-soft">{t.deliveriesNone}</p>
        ) : (
          <ul className="board-rows">
            {view.deliveries.map((delivery) => (
              <Delivery key={delivery.id} {...{ delivery, language, deeds }} />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

function Channel({
  channel,
  view,
  language,
  deeds,
}: {
  readonly channel: ChannelDto;
  readonly view: DestinationsView;
  readonly language: Language;
  readonly deeds: DestinationsDeeds;
}) {
  const t = board[language];
  const tested = view.tested[channel.id];
  return (
    <li className="board-channel">
      <div>
        <p className="board-row-name">
          {channel.label} {channel.own && <Tag>{t.own}</Tag>}
        </p>
        <p className="board-soft">
          {channelKinds[language][channel.kind]} · {channel.target}
        </p>
        <p aria-live="polite" className="board-soft">
          {tested !== undefined &&
            (tested.arrived
              ? t.testArrived
              : t.testFailed(failureReasons[language][tested.reason ?? 'failed']))}
        </p>
      </div>
      <div className="board-channel-press">
        <Switch
          label={t.on}
          checked={channel.active}
          onChange={(active) => deeds.onSwitch(channel, active)}
        />
        <Button
          size="small"
          busy={view.busy === channel.id}
          aria-label={t.testNamed(channel.label)}
          onClick={() => deeds.onTest(channel)}
        >
          {t.testSend}
        </Button>
        {!channel.own && (
          <Button
            size="small"
            variant="plain"
            aria-label={t.channelRemoveNamed(channel.label)}
            onClick={() => deeds.onRemove(channel)}
          >
            {t.channelRemove}
          </Button>
        )}
      </div>
      {channel.kind !== 'mail' && (
        <div className="board-channel-questions">
          <Switch
            label={t.questions}
            hint={t.questionsHint}
            checked={channel.questions}
            onChange={(questions) => deeds.onQuestions(channel, questions)}
          />
        </div>
      )}
    </li>
  );
}

function Delivery({
  delivery,
  language,
  deeds,
}: {
  readonly delivery: DeliveryDto;
  readonly language: Language;
  readonly deeds: DestinationsDeeds;
}) {
  const t = board[language];
  const { kind, week, channelLabel, state, reason } = delivery;
  const words = deliveryWords({ kind, week }, language);
  const isOvertaken = reason === 'overtaken';
  const stands =
    kind === 'asked' && state === 'failed'
      ? isOvertaken
        ? t.questionOvertaken
        : t.questionFailed
      : deliveryStates[language][state];
  return (
    <li>
      <div>
        <p>
          <DrawnText>{t.deliveryLine(words, channelLabel)}</DrawnText>
        </p>
        <p className="board-soft">{stands}</p>
        {reason !== undefined && state !== 'sent' && (
          <p className="board-soft">{failureReasons[language][reason]}</p>
        )}
      </div>
      {state === 'failed' && !isOvertaken && (
        <Button
          size="small"
          aria-label={t.retryNamed(channelLabel, words)}
          onClick={() => deeds.onRetry(delivery)}
        >
          {t.retryNow}
        </Button>
      )}
    </li>
  );
}
