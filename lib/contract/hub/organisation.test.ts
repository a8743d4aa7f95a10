import { describe, expect, it } from 'vitest';
import {
  departmentChangeSchema,
  departmentSettingsSchema,
  organisationChangeSchema,
  organisationSettingsSchema,
} from './organisation.ts';

const NOUGHT = { weeklyActive: 0, habitual: 0.6, promptsPerMember: 0 };

describe('goals', () => {
  it('are refused at 0 by organisation and department: a summary could not say that they were reached', () => {
    for (const schema of [organisationChangeSchema, departmentChangeSchema]) {
      expect(schema.safeParse({ goals: NOUGHT }).success).toBe(false);
      expect(schema.parse({ goals: {} })).toEqual({ goals: {} });
    }
  });

  it('stored at 0 by an earlier build are none', () => {
    for (const schema of [organisationSettingsSchema, departmentSettingsSchema]) {
      expect(schema.parse({ goals: NOUGHT }).goals).toEqual({ habitual: 0.6 });
      expect(schema.parse({}).goals).toEqual({});
    }
  });
});
