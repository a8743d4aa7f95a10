import type { WelcomeStep } from './welcome.tsx';

const PLACES = [14, 74, 134] as const;

/** Where one is, as a line: screens seen are dots, this one the ring, the rest paper. `label` says it in words. */
export function StepLine({ step, label }: { readonly step: WelcomeStep; readonly label: string }) {
  return (
    <svg
      className="welcome-steps"
      viewBox="0 0 148 24"
      width="148"
      height="24"
      // An inline drawing cannot be an <img> and keep the page's colours.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={label}
    >
      {step > 1 && (
        <line className="line-run" x1={14} x2={PLACES[step - 1]} y1="12" y2="12" strokeWidth="3" />
      )}
      {PLACES.map((x, index) => {
        if (index + 1 < step) {
          return <circle key={x} className="line-dot" cx={x} cy="12" r="5.5" />;
        }
        if (index + 1 === step) {
          return <circle key={x} className="line-ring" cx={x} cy="12" r="7" strokeWidth="2.5" />;
        }
        return <circle key={x} className="line-point" cx={x} cy="12" r="2" />;
      })}
    </svg>
  );
}
