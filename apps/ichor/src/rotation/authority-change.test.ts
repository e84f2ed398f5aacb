import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentsOf, loadConfig, rootOf } from '@ichor/machinery/config';
import { accept, changeAuthority, drop, issueBy } from './authority-change.ts';

const authority = { crt: 'NEW', key: 'NEWKEY' };
const b64 = (text: string): string => btoa(text);

test('an authority is accepted, issues with its key where the old one did, and the old one goes', () => {
	for (const [key, newKey] of [
		['OLDKEY', 'NEWKEY'],
		['', ''],
	] as const) {
		const before = loadConfig(
			`machine:\n  type: worker\n  ca: {crt: ${b64('OLD')}, key: "${b64(key)}"}\n  acceptedCAs: [{crt: ${b64('OTHER')}}]\ncluster: {ca: {crt: ${b64('K')}, key: ""}}\n`,
		);
		const section = (config: typeof before) => {
			const { ca, acceptedCAs = [] } = rootOf(config)?.machine ?? {};
			return { crt: atob(ca?.crt ?? ''), key: atob(ca?.key ?? ''), accepted: acceptedCAs.map((one) => atob(one?.crt ?? '')) };
		};
		const first = changeAuthority(before, 'talos', accept('NEW'));
		assert.deepEqual(section(first), { crt: 'OLD', key, accepted: ['OTHER', 'NEW'] });
		assert.deepEqual(section(changeAuthority(first, 'talos', accept('NEW'))), section(first));
		const second = changeAuthority(first, 'talos', issueBy(authority, 'OLD'));
		assert.deepEqual(section(second), { crt: 'NEW', key: newKey, accepted: ['OTHER', 'OLD'] });
		const third = changeAuthority(second, 'talos', drop('OLD'));
		assert.deepEqual(section(third), { crt: 'NEW', key: newKey, accepted: ['OTHER'] });
		assert.deepEqual(rootOf(third)?.cluster?.ca, { crt: b64('K'), key: '' });
	}
});

test('an authority of Kubernetes that has a document of its own is changed there', () => {
	const text = (issuing: string) => `apiVersion: v1alpha1\nkind: KubeAPIServerCAConfig\n${issuing}acceptedCAs: [OLD]\n`;
	const section = (config: ReturnType<typeof loadConfig>) => {
		const { issuingCA, acceptedCAs } = documentsOf(config, 'KubeAPIServerCAConfig')[0]?.value ?? {};
		return { issuingCA, acceptedCAs };
	};
	const issuing = loadConfig(text('issuingCA: {cert: OLD, key: OLDKEY}\n'));
	const swapped = changeAuthority(changeAuthority(issuing, 'kubernetes', accept('NEW')), 'kubernetes', issueBy(authority, 'OLD'));
	assert.deepEqual(section(swapped), { issuingCA: { cert: 'NEW', key: 'NEWKEY' }, acceptedCAs: ['OLD'] });
	assert.deepEqual(section(changeAuthority(swapped, 'kubernetes', drop('OLD'))).acceptedCAs, []);
	const worker = changeAuthority(loadConfig(text('')), 'kubernetes', accept('NEW'));
	assert.deepEqual(section(worker).acceptedCAs, ['OLD', 'NEW']);
	const renewed = changeAuthority(changeAuthority(worker, 'kubernetes', issueBy(authority, 'OLD')), 'kubernetes', drop('OLD'));
	assert.deepEqual(section(renewed), { issuingCA: undefined, acceptedCAs: ['NEW'] });
});
