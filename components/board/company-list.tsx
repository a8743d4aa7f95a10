import { useState } from 'react';
import { companyLineInWords } from '../../lib/app/company-line-words.ts';
import type { CompanyLook } from '../../lib/app/company-overview.ts';
import { companies } from '../../lib/i18n/companies.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { CompanyMark } from './company-mark.tsx';
import './board.css';
import './companies.css';

/** A company in the list. */
export interface ListedCompany {
  readonly id: string;
  readonly name: string;
  /** Absent before it was asked. */
  readonly look: CompanyLook | undefined;
  /** The person's own membership is left on the dashboard. */
  readonly canLeave: boolean;
}

/** An advisor's companies, a line each, from each company's own answer. */
export function CompanyList({
  companies: listed,
  language,
  onOpen,
  onLeave,
}: {
  readonly companies: readonly ListedCompany[];
  readonly language: Language;
  readonly onOpen: (id: string) => void;
  /** False when the hub could not be told; `anyway` leaves all the same. */
  readonly onLeave: (id: string, anyway: boolean) => Promise<boolean>;
}) {
  const t = companies[language];
  if (listed.length === 0) {
    return (
      <EmptyState title={t.none} level={2}>
        {t.noneLead}
      </EmptyState>
    );
  }
  return (
    <ul className="company-list">
      {listed.map((company) => (
        <li key={company.id}>
          <h2>
            <CompanyMark name={company.name} />
            {company.name}
          </h2>
          <Facts look={company.look} language={language} />
          <div className="company-presses">
            <Button aria-label={t.toBoardNamed(company.name)} onClick={() => onOpen(company.id)}>
              {t.toBoard}
            </Button>
            {company.canLeave && <Leave {...{ company, language, onLeave }} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Facts({
  look,
  language,
}: {
  readonly look: CompanyLook | undefined;
  readonly language: Language;
}) {
  const t = companies[language];
  if (look === undefined || 'state' in look) return <output>{t.asking}</output>;
  if (!look.ok) return <p className="board-soft">{t.failed}</p>;
  const { week, reach, stalled, stands, next } = companyLineInWords(look.value, language);
  return (
    <p className="company-facts">
      <span>{week}</span>
      <span>{reach}</span>
      <span className={stands ? 'programme-overdue' : undefined}>{stalled}</span>
      <span>{next}</span>
    </p>
  );
}

function Leave({
  company: { id, name },
  language,
  onLeave,
}: {
  readonly company: ListedCompany;
  readonly language: Language;
  readonly onLeave: (id: string, anyway: boolean) => Promise<boolean>;
}) {
  const t = companies[language];
  const [step, setStep] = useState<'closed' | 'sure' | 'anyway'>('closed');
  if (step === 'closed') {
    return (
      <Button variant="plain" aria-label={t.leaveNamed(name)} onClick={() => setStep('sure')}>
        {t.leave}
      </Button>
    );
  }
  return (
    <Notice
      tone="attention"
      live
      action={
        <>
          <Button
            onClick={() =>
              void onLeave(id, step === 'anyway').then((left) => {
                if (!left) setStep('anyway');
              })
            }
          >
            {t.leaveNow}
          </Button>
          <Button variant="plain" onClick={() => setStep('closed')}>
            {t.cancel}
          </Button>
        </>
      }
    >
      {step === 'anyway' ? t.leaveAnyway : t.leaveSure(name)}
    </Notice>
  );
}
