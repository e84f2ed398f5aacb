import { getSystemErrorMap } from 'node:util';

/**
 * Why a server could not be reached, in the words of gRPC's Go client, which scripts and people search for, instead of
 * grpc-js's. A text that is not known is returned as it is.
 */
export function unreachableText(details: string): string {
	if (details.startsWith('Name resolution failed')) return 'name resolver error: produced zero addresses';
	const [, reason] =
		/^No connection established\. Last error: (?:Error: )?(.*?)\s*(?:\(\d{4}-[^)]*\)\.?)?\s*\.? ?Resolution note: .*$/s.exec(details) ?? [];
	if (reason === undefined) return details;
	const [, code, address] = /^connect (E[A-Z]+) (\S+)$/.exec(reason) ?? [];
	if (code !== undefined && address !== undefined)
		return `connection error: desc = "transport: Error while dialing: dial tcp ${address}: connect: ${reasonOf(code)}"`;
	const [, alert] = /alert ([a-z ]+?):/.exec(reason) ?? [];
	if (alert !== undefined) return `connection error: desc = "error reading server preface: remote error: tls: ${alert}"`;
	const certificate = certificateReasons.find(([pattern]) => pattern.test(reason))?.[1];
	return `connection error: desc = "transport: ${certificate === undefined ? reason : `authentication handshake failed: tls: failed to verify certificate: x509: ${certificate}`}"`;
}

/** What the C library says for an error number, which Go says too. */
function reasonOf(code: string): string {
	return reasons.get(code) ?? [...getSystemErrorMap().values()].find(([name]) => name === code)?.[1] ?? code;
}

/** Where libuv's words are not those of the C library. */
const reasons: ReadonlyMap<string, string> = new Map([
	['EHOSTUNREACH', 'no route to host'],
	['ETIMEDOUT', 'connection timed out'],
	['ENETUNREACH', 'network is unreachable'],
]);

/** What OpenSSL's verification says (x509_txt.c), and what Go's says. */
const certificateReasons: readonly (readonly [RegExp, string])[] = [
	[
		/unable to verify the first certificate|self-signed certificate|unable to get (local )?issuer certificate/,
		'certificate signed by unknown authority',
	],
	[/certificate has expired|certificate is not yet valid/, 'certificate has expired or is not yet valid'],
];
