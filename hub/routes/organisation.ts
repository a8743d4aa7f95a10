import {
  departmentChangeSchema,
  departmentSchema,
  departmentsReplySchema,
  memberChangeSchema,
  newDepartmentSchema,
  organisationChangeSchema,
  organisationReplySchema,
  rosterEntrySchema,
  rosterReplySchema,
} from '../../lib/contract/hub/organisation.ts';
import {
  inviteMadeSchema,
  invitesReplySchema,
  leavingSchema,
  memberDevicesReplySchema,
  newInviteSchema,
} from '../../lib/contract/hub/people.ts';
import type { Hub } from '../hub.ts';
import { authorize } from '../services/authorize.ts';
import { closeDepartment } from '../services/close-department.ts';
import { listInvites, makeInvite, revokeInvite } from '../services/invite.ts';
import {
  addDepartment,
  changeDepartment,
  changeOrganisation,
  listDepartments,
  readOrganisation,
} from '../services/manage-organisation.ts';
import { changeMember, dismissMember, listMembers } from '../services/manage-people.ts';
import { endMemberDevice, listMemberDevices } from '../services/member-devices.ts';
import { createRouteTable, type Received, type RouteTable } from './route-table.ts';

/** The organisation, its departments, their invites and its people. */
export function organisationRoutes(hub: Hub): RouteTable {
  const table = createRouteTable();

  table.on(
    {
      method: 'get',
      path: '/organisation',
      summary: 'The organisation with its calendar, floor and goals.',
      reply: organisationReplySchema,
    },
    async ({ context }) => readOrganisation(hub, context.get('caller')),
  );

  table.on(
    {
      method: 'put',
      path: '/organisation',
      summary: 'Changes the organisation; for owners.',
      body: organisationChangeSchema,
      reply: organisationReplySchema,
    },
    async ({ body, context }) =>
      changeOrganisation(hub, authorize(context.get('caller'), { do: 'manageOrganisation' }), body),
  );

  table.on(
    {
      method: 'get',
      path: '/departments',
      summary:
        'All departments with their calendars; for those who manage one also how many it has and invites.',
      reply: departmentsReplySchema,
    },
    async ({ context }) => ({ departments: await listDepartments(hub, context.get('caller')) }),
  );

  table.on(
    {
      method: 'post',
      path: '/departments',
      summary: 'Makes a department; for owners.',
      body: newDepartmentSchema,
      reply: departmentSchema,
      status: 201,
    },
    async ({ body, context }) =>
      addDepartment(hub, authorize(context.get('caller'), { do: 'manageOrganisation' }), body.name),
  );

  table.on(
    {
      method: 'put',
      path: '/departments/:id',
      summary: 'Changes a department; for its champions and owners.',
      body: departmentChangeSchema,
      reply: departmentSchema,
    },
    async ({ body, context }) => changeDepartment(hub, manages(context), body),
  );

  table.on(
    {
      method: 'delete',
      path: '/departments/:id',
      summary: 'Closes a department that nobody belongs to; what it earned stays. For owners.',
      status: 204,
    },
    async ({ context }) =>
      closeDepartment(
        hub,
        authorize(context.get('caller'), { do: 'manageOrganisation' }),
        context.req.param('id') ?? '',
      ),
  );

  inviteRoutes(hub, table);
  memberRoutes(hub, table);
  return table;
}

function inviteRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'get',
      path: '/departments/:id/invites',
      summary: 'A department’s invites without their codes; for its champions and owners.',
      reply: invitesReplySchema,
    },
    async ({ context }) => ({ invites: await listInvites(hub, manages(context)) }),
  );

  table.on(
    {
      method: 'post',
      path: '/departments/:id/invites',
      summary: 'Makes an invite; its link is shown this once.',
      body: newInviteSchema,
      reply: inviteMadeSchema,
      status: 201,
    },
    async ({ body, context }) => makeInvite(hub, manages(context), body),
  );

  table.on(
    {
      method: 'delete',
      path: '/departments/:id/invites/:inviteId',
      summary: 'Ends an invite; for the department’s champions and owners.',
      status: 204,
    },
    async ({ context }) => revokeInvite(hub, manages(context), context.req.param('inviteId') ?? ''),
  );
}

function memberRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'get',
      path: '/members',
      summary: 'Everybody who is here, by name and role, never by use; for owners.',
      reply: rosterReplySchema,
    },
    async ({ context }) => ({
      members: await listMembers(
        hub,
        authorize(context.get('caller'), { do: 'manageOrganisation' }),
      ),
    }),
  );

  table.on(
    {
      method: 'put',
      path: '/members/:id',
      summary: 'Gives a role, departments to be champion of, or another department; for owners.',
      body: memberChangeSchema,
      reply: rosterEntrySchema,
    },
    async ({ body, context }) =>
      changeMember(hub, authorize(context.get('caller'), { do: 'manageOrganisation' }), {
        memberId: context.req.param('id') ?? '',
        change: body,
      }),
  );

  table.on(
    {
      method: 'delete',
      path: '/members/:id',
      summary: 'Takes out somebody who left the company; for owners.',
      query: leavingSchema,
      status: 204,
    },
    async ({ query, context }) =>
      dismissMember(hub, authorize(context.get('caller'), { do: 'manageOrganisation' }), {
        memberId: context.req.param('id') ?? '',
        rows: query.rows,
      }),
  );

  table.on(
    {
      method: 'get',
      path: '/members/:id/devices',
      summary:
        'Since when each device speaks for a person, never what it was used for; for owners.',
      reply: memberDevicesReplySchema,
    },
    async ({ context }) => ({
      devices: await listMemberDevices(
        hub,
        authorize(context.get('caller'), { do: 'manageOrganisation' }),
        context.req.param('id') ?? '',
      ),
    }),
  );

  table.on(
    {
      method: 'delete',
      path: '/members/:id/devices/:tokenId',
      summary: 'Ends a device that was lost; the person stays. For owners.',
      status: 204,
    },
    async ({ context }) =>
      endMemberDevice(hub, authorize(context.get('caller'), { do: 'manageOrganisation' }), {
        memberId: context.req.param('id') ?? '',
        tokenId: context.req.param('tokenId') ?? '',
      }),
  );
}

function manages(context: Received<unknown, unknown>['context']) {
  return authorize(context.get('caller'), {
    do: 'manageDepartment',
    departmentId: context.req.param('id') ?? '',
  });
}
