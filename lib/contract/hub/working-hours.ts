import { z } from 'zod';
import { areWorkingHours } from '../../domain/help-clock.ts';

const minuteSchema = z
  .int()
  .min(0)
  .max(24 * 60);

/** Working hours of a day, in minutes from midnight (`areWorkingHours`). Apart from `organisation.ts`: help needs no more of it. */
export const workingHoursSchema = z
  .array(z.strictObject({ from: minuteSchema, to: minuteSchema }))
  .max(2)
  .refine(areWorkingHours, 'no working hours of a day');
