import { useState } from 'react';
import type { DepartmentDto } from '../../lib/contract/hub/organisation.ts';
import { boardCompany } from '../../lib/i18n/board-company.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/**
 * The way to close a department that nobody belongs to, behind a question; while somebody does, what to do first. Nothing
 * where the hub does not say how many do.
 */
export function CloseDepartment({
  department: { name, members },
  busy,
  language,
  onClose,
}: {
  readonly department: Pick<DepartmentDto, 'name' | 'members'>;
  readonly busy: boolean;
  readonly language: Language;
  readonly onClose: () => Promise<unknown>;
}) {
  const t = boardCompany[language];
  const [isAsking, setAsking] = useState(false);
  if (members === undefined) return null;
  const stop = () => setAsking(false);
  return (
    <div className="board-removal">
      <h4 className="board-heading">{t.departmentClose}</h4>
      {members > 0 ? (
        <p className="board-soft">{t.departmentCloseFirst(members)}</p>
      ) : (
        <>
          <p className="board-soft">{t.departmentCloseLead}</p>
          <Button size="small" onClick={() => setAsking(true)}>
            {t.departmentCloseNamed(name)}
          </Button>
        </>
      )}
      <Dialog
        open={isAsking}
        onClose={stop}
        title={t.departmentCloseTitle(name)}
        closeLabel={t.close}
        actions={
          <>
            <Button onClick={stop}>{t.cancel}</Button>
            <Button variant="danger" busy={busy} onClick={() => void onClose().then(stop)}>
              {t.departmentCloseDo}
            </Button>
          </>
        }
      >
        <p>{t.departmentCloseEnds}</p>
        <p>{t.departmentCloseStays}</p>
      </Dialog>
    </div>
  );
}
