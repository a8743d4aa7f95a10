import { tasteAfterPass, tasteAfterUse, type Moment, type Taste } from '../domain/suggestion.ts';

/** Tastes by prompt id. */
export type Tastes = Readonly<Record<string, Taste>>;

/** A prompt was taken, and up to three that the row offered were not. */
export interface Taken {
  readonly promptId: string;
  readonly passedOver: readonly string[];
  readonly moment: Moment;
}

/** The tastes (item `taste`) after a prompt was inserted. A prompt that is both taken and passed over counts as taken. */
export function tastesAfter(tastes: Tastes, { promptId, passedOver, moment }: Taken): Tastes {
  const passed = passedOver
    .filter((id) => id !== promptId)
    .map((id) => [id, tasteAfterPass(own(tastes, id), moment.nowMs)] as const);
  return {
    ...tastes,
    ...Object.fromEntries(passed),
    [promptId]: tasteAfterUse(own(tastes, promptId), moment),
  };
}

function own(tastes: Tastes, id: string): Taste | undefined {
  return Object.hasOwn(tastes, id) ? tastes[id] : undefined;
}
