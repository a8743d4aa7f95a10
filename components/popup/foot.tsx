import { useState } from 'react';
import type { Language } from '../../lib/i18n/language.ts';
import { popup } from '../../lib/i18n/popup.ts';
import { TOOLS } from '../../lib/sites/registry.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ChooseOne } from '../ui/choices.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import type { PopupView } from './popup-view.ts';
import type { PopupLinks, Send } from './popup.tsx';

interface Props {
  readonly view: PopupView;
  readonly language: Language;
  readonly links: PopupLinks;
  readonly send: Send;
  /** In a company a question goes to its champion; alone it is a mail. */
  readonly canRaiseHand: boolean;
}

/** Ask, mark today, pause, dashboard. */
export function Foot({ view, language, links, send, canRaiseHand }: Props) {
  const t = popup[language];
  const [open, setOpen] = useState<'ask' | 'report' | 'pause'>();
  const close = () => setOpen(undefined);
  return (
    <footer className="popup-foot">
      <nav>
        {canRaiseHand ? (
          <FootLink icon="hand" label={t.raiseHand} href={links.help} />
        ) : view.championEmail === undefined ? (
          <FootButton icon="mail" label={t.ask} onClick={() => setOpen('ask')} />
        ) : (
          <FootLink icon="mail" label={t.ask} href={mailTo(view.championEmail, language)} />
        )}
        <FootButton icon="device" label={t.selfReport} onClick={() => setOpen('report')} />
        {view.paused === 'no' ? (
          <FootButton icon="pause" label={t.pause} onClick={() => setOpen('pause')} />
        ) : (
          <FootButton
            icon="play"
            label={t.resume}
            onClick={() => void send({ type: 'saveSettings', settings: { paused: 'no' } })}
          />
        )}
        <FootLink icon="line" label={t.dashboard} href={links.dashboard} />
      </nav>
      <Dialog
        open={open === 'ask'}
        onClose={close}
        title={t.askTitle}
        closeLabel={t.close}
        actions={
          <ButtonLink variant="primary" href={links.settings} target="_blank">
            {t.askSettings}
          </ButtonLink>
        }
      >
        <p>{t.askMissing}</p>
      </Dialog>
      <SelfReport open={open === 'report'} onClose={close} {...{ view, language, send }} />
      <Pause open={open === 'pause'} onClose={close} {...{ view, language, send }} />
    </footer>
  );
}

function FootButton({
  icon,
  label,
  onClick,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className="popup-foot-item" onClick={onClick}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

function FootLink({
  icon,
  label,
  href,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly href: string;
}) {
  return (
    <a className="popup-foot-item" href={href} target="_blank" rel="noreferrer">
      <Icon name={icon} />
      {label}
    </a>
  );
}

interface DialogProps extends Omit<Props, 'links' | 'canRaiseHand'> {
  readonly open: boolean;
  readonly onClose: () => void;
}

function SelfReport({ open, onClose, view, language, send }: DialogProps) {
  const t = popup[language];
  const [tool, setTool] = useState<string>(view.preferredTool.id);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.selfReportTitle}
      closeLabel={t.close}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            variant="primary"
            onClick={() => {
              void send({ type: 'selfReport', day: view.today.day, tool }, t.selfReported);
              onClose();
            }}
          >
            {t.selfReportConfirm}
          </Button>
        </>
      }
    >
      <p>{t.selfReportLead}</p>
      <ChooseOne<string>
        legend={t.selfReportTool}
        value={tool}
        onChange={setTool}
        options={TOOLS.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Dialog>
  );
}

function Pause({ open, onClose, view, language, send }: DialogProps) {
  const t = popup[language];
  const pause = (paused: PopupView['today']['day'] | 'always') => {
    void send({ type: 'saveSettings', settings: { paused } });
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title={t.pauseTitle} closeLabel={t.close}>
      <p>{t.pauseLead}</p>
      <div className="popup-choices">
        <Button variant="primary" onClick={() => pause(view.today.day)}>
          {t.pauseToday}
        </Button>
        <Button onClick={() => pause('always')}>{t.pauseAlways}</Button>
      </div>
    </Dialog>
  );
}

/** A prepared question to the champion: three headings to fill in, nothing of the person's records. */
function mailTo(address: string, language: Language): string {
  const t = popup[language];
  const fields = new URLSearchParams({ subject: t.askSubject, body: t.askBody });
  // Mail programs take `+` for a plus sign, not for a space.
  return `mailto:${encodeURIComponent(address)}?${fields.toString().replaceAll('+', '%20')}`;
}
