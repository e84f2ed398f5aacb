import { errnoReason } from '@ichor/std/node';

/**
 * Why a server could not be reached, in the words of gRPC's Go client, which scripts and people search for, instead of
 * grpc-js's. A text that is not known is returned as it is.
 */
export function unreachableText(details: string): string {
	if (details.startsWith('Name resolution failed')) return 'name resolver error: produced zero addresses';
	const [, reason] =
		/^No connection established\. Last error: (?:Error: )?(.*?)\s*(?:\(\d{4}-[^)]*\)\.?)?\s*\.? ?Resolution note: .*$/s.exec(details) ?? [];
	if (reason === undefined) return details;
	return connectionErrorText(reason);
}

/**
 * A connection that was not made or did not last, in those words.
 *
 * @param reason what Node says of a socket: `connect ECONNREFUSED 10.5.0.2:50000`
 */
export function connectionErrorText(reason: string): string {
	const [, name] = /^getaddrinfo E[A-Z_]+ (\S+)$/.exec(reason) ?? [];
	if (name !== undefined) return `dns: A record lookup error: lookup ${name}: no such host`;
	const [, code, address] = /^connect (E[A-Z]+) (\S+)$/.exec(reason) ?? [];
	if (code !== undefined && address !== undefined) return dialing(`dial tcp ${address}: connect: ${errnoReason(code)}`);
	if (reason.startsWith('dial tcp ')) return dialing(reason);
	const [, alert] = /alert ([a-z ]+?):/.exec(reason) ?? [];
	if (alert !== undefined) return `connection error: desc = "error reading server preface: remote error: tls: ${alert}"`;
	const certificate = certificateReasons.find(([pattern]) => pattern.test(reason))?.[1];
	return `connection error: desc = "transport: ${certificate === undefined ? reason : `authentication handshake failed: tls: failed to verify certificate: x509: ${certificate}`}"`;
}

/** The reason alone of a failure in those words, for a line that has to be short. */
export function bareReason(text: string): string {
	const reason = text.replace(/^rpc error: code = \w+ desc = /, '');
	return /^connection error: desc = "(?:transport: )?(?:Error while dialing: )?(.*)"$/s.exec(reason)?.[1] ?? reason;
}

function dialing(failure: string): string {
	return `connection error: desc = "transport: Error while dialing: ${failure}"`;
}

/** What OpenSSL's verification says (x509_txt.c), and what Go's says. */
const certificateReasons: readonly (readonly [RegExp, string])[] = [
	[
		/unable to verify the first certificate|self-signed certificate|unable to get (local )?issuer certificate/,
		'certificate signed by unknown authority',
	],
	[/certificate has expired|certificate is not yet valid/, 'certificate has expired or is not yet valid'],
];
