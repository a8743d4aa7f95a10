import './companies.css';

/** A company's own mark: the first character of its name in a square. Tells companies apart without a colour. */
export function CompanyMark({ name }: { readonly name: string }) {
  const letters = name.replace(/^(株式会社|有限会社|合同会社|一般社団法人)\s*/u, '');
  return (
    <span className="company-mark" aria-hidden="true">
      {[...letters][0] ?? '・'}
    </span>
  );
}
