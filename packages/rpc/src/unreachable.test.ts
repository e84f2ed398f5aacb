import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareReason, connectionErrorText, unreachableText } from './unreachable.ts';

test("why a server cannot be reached is said in the words of gRPC's Go client", () => {
	const dial = (address: string, reason: string) =>
		`connection error: desc = "transport: Error while dialing: dial tcp ${address}: connect: ${reason}"`;
	const handshake = (reason: string) =>
		`connection error: desc = "transport: authentication handshake failed: tls: failed to verify certificate: x509: ${reason}"`;
	const last = (reason: string) => `No connection established. Last error: ${reason}. Resolution note: `;
	const texts = {
		[last('Error: connect EHOSTUNREACH 10.5.0.9:50000')]: dial('10.5.0.9:50000', 'no route to host'),
		[last('Error: connect ECONNREFUSED 127.0.0.1:50000')]: dial('127.0.0.1:50000', 'connection refused'),
		[last('Error: connect ETIMEDOUT fd00::1:50000')]: dial('fd00::1:50000', 'connection timed out'),
		[last('Error: connect ENETUNREACH 192.0.2.1:50000')]: dial('192.0.2.1:50000', 'network is unreachable'),
		'Name resolution failed for target dns:nosuch.invalid:50000': 'name resolver error: produced zero addresses',
		[last('Error: self-signed certificate in certificate chain')]: handshake('certificate signed by unknown authority'),
		[last('Error: certificate has expired')]: handshake('certificate has expired or is not yet valid'),
		[last(
			'40FD:error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:../deps/rec_layer_s3.c:918:SSL alert number 116\n (2026-11-21T15:13:43.158Z)',
		)]: 'connection error: desc = "error reading server preface: remote error: tls: certificate required"',
		[last('Error: something new')]: 'connection error: desc = "transport: something new"',
		'the server says so itself': 'the server says so itself',
	};
	for (const [details, text] of Object.entries(texts)) assert.equal(unreachableText(details), text);
});

test('why a connection of our own broke is said in the same words', () => {
	const timeout = 'dial tcp 192.0.2.1:50000: i/o timeout';
	assert.equal(connectionErrorText(timeout), `connection error: desc = "transport: Error while dialing: ${timeout}"`);
	assert.equal(
		connectionErrorText('getaddrinfo ENOTFOUND nosuch.invalid'),
		'dns: A record lookup error: lookup nosuch.invalid: no such host',
	);
	assert.equal(connectionErrorText('read ECONNRESET'), 'connection error: desc = "transport: read ECONNRESET"');
});

test('a short line has the reason alone', () => {
	const refused = 'dial tcp 10.5.0.2:50000: connect: connection refused';
	assert.equal(bareReason(connectionErrorText('connect ECONNREFUSED 10.5.0.2:50000')), refused);
	assert.equal(bareReason(`rpc error: code = Unavailable desc = ${connectionErrorText(refused)}`), refused);
	assert.equal(bareReason('rpc error: code = DeadlineExceeded desc = context deadline exceeded'), 'context deadline exceeded');
	assert.equal(bareReason('cp-2 has not joined'), 'cp-2 has not joined');
});
