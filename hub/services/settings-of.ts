import {
  departmentSettingsSchema,
  organisationSettingsSchema,
  type DepartmentSettings,
  type OrganisationSettings,
} from '../../lib/contract/hub/organisation.ts';
import type { OrganisationCalendar } from '../../lib/domain/organisation-calendar.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';

/** An organisation's settings with every default filled in. Throws when the stored text is not ours. */
export function organisationSettings({
  settings,
}: Pick<Organisation, 'settings'>): OrganisationSettings {
  return organisationSettingsSchema.parse(JSON.parse(settings));
}

/** A department's settings with every default filled in. Throws when the stored text is not ours. */
export function departmentSettings({ settings }: Pick<Department, 'settings'>): DepartmentSettings {
  return departmentSettingsSchema.parse(JSON.parse(settings));
}

/** The organisation's part of everybody's calendar (METRICS.md M4). */
export function organisationCalendar(
  organisation: Pick<Organisation, 'settings' | 'country'>,
): OrganisationCalendar {
  const { weekdays, closures } = organisationSettings(organisation);
  return { country: organisation.country, weekdays, closures };
}
