import { useCallback, useState } from 'react';
import { MonthChoice, SponsorMailState } from '../../../components/board/sponsor-mail.tsx';
import { SponsorSheet } from '../../../components/board/sponsor-sheet.tsx';
import { Button } from '../../../components/ui/button.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import type { BoardHub } from '../../../lib/app/board-hub.ts';
import type { HubAnswer } from '../../../lib/app/hub-port.ts';
import type { SponsorMail, SponsorPage } from '../../../lib/contract/hub/sponsor.ts';
import { board } from '../../../lib/i18n/board.ts';
import { instantWords } from '../../../lib/i18n/day-words.ts';
import { sponsor } from '../../../lib/i18n/sponsor.ts';
import type { BoardContext } from '../board-context.ts';
import { Failed } from '../hub-failed.tsx';
import { useAnswer } from '../use-answer.ts';

/** 月のまとめ: the sponsor's month, for owners and advisors; the mail is the owners'. */
export function MonthPage({ hub, organisation, role, language, nowMs, change }: BoardContext) {
  const [month, setMonth] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [asked, again] = useAnswer(
    useCallback(() => askAll(hub, role === 'owner', month), [hub, role, month]),
  );
  const t = board[language];
  if (asked.state === 'loading') return <output>{t.loading}</output>;
  if (asked.state === 'failed') {
    return <Failed trouble={asked.trouble} language={language} onRetry={again} />;
  }
  const { page, mail } = asked.value;
  const s = sponsor[language];
  const changeMail = async (active: boolean): Promise<void> => {
    setBusy(true);
    await change(hub.changeSponsorMail(active), active ? s.mailStarted : s.mailStopped);
    setBusy(false);
    again();
  };
  return (
    <>
      <div className="board-bar">
        {mail !== undefined && (
          <MonthChoice sent={mail.sent} {...{ month, language }} onMonth={setMonth} />
        )}
        <Button className="board-print" onClick={() => print()}>
          {t.print}
        </Button>
      </div>
      {month !== undefined && <Notice>{s.asSentNote}</Notice>}
      <SponsorSheet
        page={page}
        living={month === undefined}
        language={language}
        foot={t.printed(organisation.name, instantWords(nowMs, language))}
      />
      {mail !== undefined && (
        <SponsorMailState
          {...{ mail, language, busy }}
          onChange={(active) => void changeMail(active)}
        />
      )}
    </>
  );
}

interface All {
  readonly page: SponsorPage;
  readonly mail: SponsorMail | undefined;
}

async function askAll(
  hub: BoardHub,
  isOwner: boolean,
  month: string | undefined,
): Promise<HubAnswer<All>> {
  const [page, mail] = await Promise.all([
    hub.sponsorPage(month),
    isOwner ? hub.sponsorMail() : undefined,
  ]);
  if (!page.ok) return page;
  if (mail?.ok === false) return mail;
  return { ok: true, value: { page: page.value, mail: mail?.value } };
}
