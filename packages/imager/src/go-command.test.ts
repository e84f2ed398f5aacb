import assert from 'node:assert/strict';
import { test } from 'node:test';
import { downloadModule } from './go-command.ts';

test('a module that no proxy has is named, with what Go says and with what gets it', async (t) => {
	const before = process.env['GOPROXY'];
	process.env['GOPROXY'] = 'off';
	t.after(() => {
		if (before === undefined) delete process.env['GOPROXY'];
		else process.env['GOPROXY'] = before;
	});
	await assert.rejects(downloadModule('example.com/no/such', 'v1.2.3'), ({ code, message }: { code: string; message: string }) => {
		if (code === 'tool') t.diagnostic('this machine has no Go: only that was tested');
		else
			assert.match(
				message,
				/^cannot download example\.com\/no\/such@v1\.2\.3; `go mod download .*\n.*module lookup disabled by GOPROXY=off/s,
			);
		return true;
	});
});
