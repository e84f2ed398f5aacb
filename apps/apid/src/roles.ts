import type { IncomingHttpHeaders } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { isRole } from '@ichor/machinery/roles';
import { impersonatorRole, readerRole } from './constants.ts';

/**
 * The roles that a call is made with: those of the client's certificate, unless it is another node's apid, which has
 * looked at a certificate already and passes on what it found. In maintenance, where there is no certificate, reading.
 */
export function rolesOf(socket: TLSSocket, headers: IncomingHttpHeaders, maintenance: boolean): readonly string[] {
	if (maintenance) return [readerRole];
	const roles = certificateRoles(socket);
	if (!roles.includes(impersonatorRole)) return roles;
	const passedOn = headers['talos-role'];
	return passedOn === undefined
		? roles
		: String(passedOn)
				.split(',')
				.map((role) => role.trim());
}

/** The organisations of the client's certificate that are roles. Read once per connection. */
function certificateRoles(socket: TLSSocket): readonly string[] {
	const known = rolesByConnection.get(socket);
	if (known !== undefined) return known;
	const organisation: string | readonly string[] | undefined = socket.getPeerCertificate().subject?.O;
	const all = organisation === undefined ? [] : typeof organisation === 'string' ? [organisation] : organisation;
	const roles = all.filter(isRole);
	rolesByConnection.set(socket, roles);
	return roles;
}

const rolesByConnection = new WeakMap<TLSSocket, readonly string[]>();
