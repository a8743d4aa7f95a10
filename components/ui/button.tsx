import type { ComponentProps, MouseEvent } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface Look {
  /** `primary` at most once on a screen; `quiet` the usual one; `plain` a word to press; `danger` takes something away. */
  readonly variant?: 'primary' | 'quiet' | 'plain' | 'danger' | undefined;
  readonly size?: 'normal' | 'small' | undefined;
  /** As wide as its place. */
  readonly wide?: boolean | undefined;
  /** Drawn before the words; alone when there are no children, which then needs `aria-label`. */
  readonly icon?: IconName | undefined;
}

type ButtonProps = Look &
  ComponentProps<'button'> & {
    /** Something it started is still under way: keeps focus, takes no second press. */
    readonly busy?: boolean | undefined;
  };

/**
 * A button. `disabled` and `busy` stay reachable by keyboard (`aria-disabled`), so that focus is never thrown away; a
 * press then does nothing. `type` is `button` unless said otherwise.
 */
export function Button({
  variant,
  size,
  wide,
  icon,
  busy,
  disabled,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const off = busy === true || disabled === true;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (off) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      className={lookOf({ variant, size, wide, icon }, children, className)}
      aria-disabled={off ? true : undefined}
      aria-busy={busy === true ? true : undefined}
      onClick={press}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button: goes somewhere (page, mail) and does nothing else. */
export function ButtonLink({
  variant,
  size,
  wide,
  icon,
  className,
  children,
  ...rest
}: Look & ComponentProps<'a'>) {
  return (
    <a {...rest} className={lookOf({ variant, size, wide, icon }, children, className)}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </a>
  );
}

function lookOf(look: Look, children: unknown, className: string | undefined): string {
  return [
    'ui-button',
    `ui-button-${look.variant ?? 'quiet'}`,
    look.size === 'small' && 'ui-button-small',
    look.wide === true && 'ui-button-wide',
    children === undefined && 'ui-button-bare',
    className,
  ]
    .filter(Boolean)
    .join(' ');
}
