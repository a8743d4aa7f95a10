import { useCallback, useState } from 'react';
import { Destinations, type DestinationsView } from '../../../components/board/destinations.tsx';
import type { BoardHub } from '../../../lib/app/board-hub.ts';
import { board } from '../../../lib/i18n/board.ts';
import type { BoardContext } from '../board-context.ts';
import { Failed } from '../hub-failed.tsx';
import { useAnswer } from '../use-answer.ts';

/** 届け先. */
export function DestinationsPage({ hub, department, language, copy, change }: BoardContext) {
  const t = board[language];
  const { id } = department;
  const [asked, again] = useAnswer(useCallback(() => askBoth(hub, id), [hub, id]));
  const [tested, setTested] = useState<DestinationsView['tested']>({});
  const [signingSecret, setSecret] = useState<string>();
  const [busy, setBusy] = useState<string>();
  if (asked.state === 'loading') return <output>{t.loading}</output>;
  if (asked.state === 'failed') {
    return <Failed trouble={asked.trouble} language={language} onRetry={again} />;
  }
  return (
    <Destinations
      view={{ ...asked.value, tested, signingSecret, busy }}
      language={language}
      deeds={{
        async onAdd(channel) {
          setBusy('new');
          const made = await change(hub.addChannel(id, channel), t.channelAdded);
          setBusy(undefined);
          if (made === undefined) return false;
          setSecret(made.signingSecret);
          again();
          return true;
        },
        onSwitch: ({ id: channelId }, active) =>
          void change(hub.changeChannel(id, channelId, { active }), t.saved).then(again),
        onQuestions: ({ id: channelId }, questions) =>
          void change(hub.changeChannel(id, channelId, { questions }), t.saved).then(again),
        onRemove: ({ id: channelId }) =>
          void change(hub.removeChannel(id, channelId), t.channelRemoved).then(again),
        onTest: ({ id: channelId }) => {
          setBusy(channelId);
          void hub.testSend(id, channelId).then((answer) => {
            setBusy(undefined);
            const outcome = answer.ok ? answer.value : { arrived: false };
            setTested((before) => ({ ...before, [channelId]: outcome }));
          });
        },
        onRetry: ({ id: deliveryId }) =>
          void change(hub.retryDelivery(id, deliveryId), t.retried).then(again),
        onCopy: copy,
      }}
    />
  );
}

async function askBoth(hub: BoardHub, id: string) {
  const [channels, deliveries] = await Promise.all([hub.channels(id), hub.deliveries(id)]);
  if (!channels.ok) return channels;
  if (!deliveries.ok) return deliveries;
  return { ok: true as const, value: { ...channels.value, ...deliveries.value } };
}
