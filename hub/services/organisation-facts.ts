import { HOLIDAYS } from '../../content/holidays.ts';
import type {
  DepartmentSettings,
  OrganisationSettings,
} from '../../lib/contract/hub/organisation.ts';
import { createCalendar, type Calendar, type DaysOff } from '../../lib/domain/calendar.ts';
import { dayOfEpoch } from '../../lib/domain/day.ts';
import { calendarRulesOf } from '../../lib/domain/organisation-calendar.ts';
import type { Stay } from '../../lib/domain/stay.ts';
import type { Agreements } from '../repositories/agreements.ts';
import type { LeaveDays } from '../repositories/leave.ts';
import type { Organisation, Organisations } from '../repositories/organisations.ts';
import type { People } from '../repositories/people.ts';
import type { Told } from '../repositories/told.ts';
import { indexTold, type ToldIndex } from './told-before.ts';
import { hashSecret } from './secret-codes.ts';
import { departmentSettings, organisationCalendar, organisationSettings } from './settings-of.ts';

/** A department with everything its figures are counted from, days of use excepted. */
export interface DepartmentBasis {
  readonly id: string;
  readonly name: string;
  /** Nothing is told of it by itself any more, but others were counted with it. */
  readonly isClosed: boolean;
  readonly settings: DepartmentSettings;
  /** Without anybody's leave. */
  readonly calendar: Calendar;
  /** Every stay, anywhere, of everyone who ever belonged to it. */
  readonly stays: readonly Stay[];
  readonly memberIds: ReadonlySet<string>;
  /** Leave of these members. */
  readonly leave: ReadonlyMap<string, readonly DaysOff[]>;
  /** Two bases with the same text give the same figures for the same days of use. */
  readonly fingerprint: string;
}

/** An organisation's people and calendars at one moment. */
export interface OrganisationFacts {
  readonly organisation: Organisation;
  readonly settings: OrganisationSettings;
  /** In the order to show, the closed ones among them. */
  readonly departments: readonly DepartmentBasis[];
  readonly stays: readonly Stay[];
  readonly leave: ReadonlyMap<string, readonly DaysOff[]>;
  readonly told: ToldIndex;
  /** Whether everybody who is here agreed to be shown in groups of three. Looked up only where the settings say so. */
  readonly everybodyAgreed: boolean;
}

/** Where the facts come from. */
export interface FactsDeps {
  readonly organisations: Organisations;
  readonly people: People;
  readonly leaveDays: LeaveDays;
  readonly told: Told;
  readonly agreements: Agreements;
}

const FOREVER = 4_000_000;

/**
 * Reads an organisation's people and calendars; undefined when there is no such organisation. Stays begin at
 * `firstDay` (days since 1970-01-01) at the earliest: what lies before has no days of use any more.
 */
export async function readFacts(
  deps: FactsDeps,
  organisationId: string,
  firstDay: number,
): Promise<OrganisationFacts | undefined> {
  const organisation = await deps.organisations.byId(organisationId);
  if (!organisation) return undefined;
  const departments = await deps.organisations.everyDepartment(organisationId);
  const memberships = await deps.people.memberships(organisationId, firstDay, FOREVER);
  const stays = memberships.map((row): Stay => ({
    memberId: row.memberId,
    departmentId: row.departmentId,
    fromDay: dayOfEpoch(Math.max(row.fromDay, firstDay)),
    toDay: row.toDay === undefined ? undefined : dayOfEpoch(row.toDay),
  }));
  const leave = new Map<string, DaysOff[]>();
  for (const { memberId, fromDay, toDay } of await deps.leaveDays.ofOrganisation(organisationId)) {
    const ranges = leave.get(memberId) ?? [];
    ranges.push({ from: dayOfEpoch(fromDay), to: dayOfEpoch(toDay) });
    leave.set(memberId, ranges);
  }
  const staysOf = Map.groupBy(stays, ({ memberId }) => memberId);
  const staysIn = Map.groupBy(stays, ({ departmentId }) => departmentId);
  const told = indexTold(await deps.told.ofOrganisation(organisationId));
  const rules = organisationCalendar(organisation);
  const ofOrganisation = organisationSettings(organisation);
  return {
    organisation,
    settings: ofOrganisation,
    everybodyAgreed:
      ofOrganisation.agreedToThree &&
      (await deps.agreements.everybodySince(organisationId, FOREVER)),
    stays,
    leave,
    told,
    departments: departments.map((department): DepartmentBasis => {
      const settings = departmentSettings(department);
      const memberIds = new Set((staysIn.get(department.id) ?? []).map(({ memberId }) => memberId));
      const own = [...memberIds].flatMap((memberId) => staysOf.get(memberId) ?? []);
      const ownLeave = new Map(
        [...memberIds].flatMap((memberId) => {
          const ranges = leave.get(memberId);
          return ranges ? [[memberId, ranges] as const] : [];
        }),
      );
      const calendarRules = calendarRulesOf(rules, settings);
      return {
        id: department.id,
        name: department.name,
        isClosed: department.isClosed,
        settings,
        calendar: createCalendar(calendarRules, HOLIDAYS),
        stays: own,
        memberIds,
        leave: ownLeave,
        fingerprint: hashSecret(JSON.stringify([settings, calendarRules, own, [...ownLeave]])),
      };
    }),
  };
}
