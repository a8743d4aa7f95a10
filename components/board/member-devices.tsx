import { useState } from 'react';
import type { MemberDevice } from '../../lib/contract/hub/people.ts';
import { boardDevices } from '../../lib/i18n/board-devices.ts';
import { instantWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** What can be done about a person's devices. Each answers undefined or false when the hub did not. */
export interface DeviceDeeds {
  readonly onList: () => Promise<readonly MemberDevice[] | undefined>;
  readonly onEnd: (device: MemberDevice) => Promise<boolean>;
}

/**
 * A person's devices, asked for when they are wanted, and the way to end one that was lost. A device is told apart by the
 * day on which it was connected; nothing else is known of it here.
 */
export function MemberDevices({
  name,
  language,
  deeds,
}: {
  readonly name: string;
  readonly language: Language;
  readonly deeds: DeviceDeeds;
}) {
  const t = boardDevices[language];
  const [devices, setDevices] = useState<readonly MemberDevice[]>();
  const [busy, setBusy] = useState(false);
  const waiting = async (answer: Promise<void>) => {
    setBusy(true);
    await answer;
    setBusy(false);
  };
  const list = async () => setDevices(await deeds.onList());
  const end = async (device: MemberDevice) => {
    if (await deeds.onEnd(device)) await list();
  };
  const isOpen = devices !== undefined;
  return (
    <div className="board-removal">
      <Button
        size="small"
        variant="plain"
        aria-expanded={isOpen}
        busy={busy && !isOpen}
        onClick={() => (isOpen ? setDevices(undefined) : void waiting(list()))}
      >
        {t.devices}
      </Button>
      {isOpen && (
        <DeviceList
          {...{ name, devices, busy, language }}
          onEnd={(device) => waiting(end(device))}
        />
      )}
    </div>
  );
}

/** The devices that are connected, newest first, each with its way out behind a question. */
export function DeviceList({
  name,
  devices,
  busy,
  language,
  onEnd,
}: {
  readonly name: string;
  readonly devices: readonly MemberDevice[];
  readonly busy: boolean;
  readonly language: Language;
  readonly onEnd: (device: MemberDevice) => Promise<void>;
}) {
  const t = boardDevices[language];
  const [lost, setLost] = useState<MemberDevice>();
  if (devices.length === 0) return <p className="board-soft">{t.none}</p>;
  return (
    <>
      <p className="board-soft">{t.lead}</p>
      <ul className="board-rows board-devices">
        {devices.map((device) => (
          <li key={device.id}>
            <p>{t.since(instantWords(device.createdAt, language))}</p>
            <Button
              size="small"
              aria-label={t.endNamed(instantWords(device.createdAt, language))}
              onClick={() => setLost(device)}
            >
              {t.end}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        open={lost !== undefined}
        onClose={() => setLost(undefined)}
        title={t.endTitle}
        closeLabel={t.close}
        actions={
          <>
            <Button onClick={() => setLost(undefined)}>{t.cancel}</Button>
            <Button
              variant="danger"
              busy={busy}
              onClick={() => lost && void onEnd(lost).then(() => setLost(undefined))}
            >
              {t.endDo}
            </Button>
          </>
        }
      >
        <p>{lost && t.endWhich(name, instantWords(lost.createdAt, language))}</p>
        <p>{devices.length === 1 ? t.endLast : t.endLead}</p>
      </Dialog>
    </>
  );
}
