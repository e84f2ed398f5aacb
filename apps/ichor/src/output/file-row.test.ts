import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { FileInfoSchema, ListRequest_Type } from '@ichor/api/machine';
import { fileModeText } from './file-mode.ts';
import { fileRow, fileTypes } from './file-row.ts';

test('modes are those of Go', () => {
	const texts: Readonly<Record<string, number>> = {
		'-rw-r--r--': 0o644,
		'drwxr-xr-x': 0x80000000 | 0o755,
		Lrwxrwxrwx: 0x08000000 | 0o777,
		dtrwxrwxrwx: 0x80000000 | 0x00100000 | 0o777,
		'Dcrw--w----': 0x04000000 | 0x00200000 | 0o620,
		'urwxr-xr-x': 0x00800000 | 0o755,
	};
	for (const [text, mode] of Object.entries(texts)) assert.equal(fileModeText(mode), text);
});

test('a file has the year of its time when it is old, and the target of a link behind its name', () => {
	const now = new Date(2026, 10, 21, 12);
	const info = create(FileInfoSchema, {
		mode: 0o644,
		uid: 1,
		gid: 2,
		size: 4096n,
		modified: BigInt(new Date(2026, 10, 3, 4, 5, 6).getTime() / 1000),
		relativeName: 'a',
		link: 'b',
		xattrs: [{ name: 'security.selinux', data: new TextEncoder().encode('system_u:object_r:etc_t:s0\0') }],
	});
	const row = (options: { humanize: boolean }, more = {}) => fileRow('10.5.0.2', { ...info, ...more }, { ...options, now }).join('|');
	assert.equal(row({ humanize: false }), '10.5.0.2|-rw-r--r--|1|2|4096|Nov  3 04:05:06|system_u:object_r:etc_t:s0|a -> b');
	assert.equal(row({ humanize: true }), '10.5.0.2|-rw-r--r--|1|2|4.1 kB|2 weeks ago|system_u:object_r:etc_t:s0|a -> b');
	const old = BigInt(new Date(2020, 0, 13, 4, 5, 6).getTime() / 1000);
	assert.equal(row({ humanize: false }, { modified: old, link: '', xattrs: [] }), '10.5.0.2|-rw-r--r--|1|2|4096|Jan 13 2020 04:05||a');
});

test('types are letters, several in one text or in several', () => {
	assert.deepEqual(fileTypes(['fd', 'L']), [ListRequest_Type.REGULAR, ListRequest_Type.DIRECTORY, ListRequest_Type.SYMLINK]);
	assert.throws(() => fileTypes(['x']), { message: 'invalid file type: x' });
});
