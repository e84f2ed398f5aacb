import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeConfig } from './encode.ts';
import { ConfigError } from './errors.ts';
import { loadConfig } from './load.ts';
import { validateConfig } from './validate.ts';

// What talosctl v1.14.0-rc.1 prints for the same texts.
const printed: readonly (readonly [machine: string, lines: readonly string[]])[] = [
	['type: <<', ["type: '<<'"]],
	['kubelet: <<', ['kubelet: {}']],
	['install: {wipe: <<}', ['install:', '    wipe: false']],
	['certSANs: <<', ['certSANs: []']],
	['sysctls: <<', []],
	['time: {disabled: <<, bootTimeout: <<}', ['time:', '    disabled: false']],
	['registries: {config: {a: <<, b: {}}, mirrors: {x: <<}}', ['registries:', '    config:', '        b: {}']],
	['network: {interfaces: [<<, {interface: x}]}', ['network:', '    interfaces:', '        - interface: x']],
	[
		'kubelet: {extraConfig: {a: {b: <<}, c: [<<, 1], d: <<}}',
		['kubelet:', '    extraConfig:', '        a: {}', '        c:', '            - 1', '        d: null'],
	],
];

for (const [machine, lines] of printed) {
	test(`\`<<\` where a value is wanted: ${machine}`, () => {
		const text = encodeConfig(loadConfig(`version: v1alpha1\nmachine: {${machine}}\n`));
		const shown = text.split('\n').map((line) => line.replace(/^ {4}/, ''));
		const at = shown.findIndex((line) => line === lines[0]);
		assert.deepEqual(
			lines.length === 0 ? shown.filter((line) => line.includes(machine.slice(0, 4))) : shown.slice(at, at + lines.length),
			lines,
		);
	});
}

test('what only says that it is null is refused, and null is not', () => {
	for (const value of [
		'!!null x',
		'{type: !!null x}',
		'{certSANs: [!!null x]}',
		'{sysctls: {a: !!null x}}',
		'{kubelet: {extraConfig: {a: !!null x}}}',
	]) {
		assert.throws(
			() => loadConfig(`machine: ${value}\n`),
			{ name: ConfigError.name, code: 'decode', message: /cannot construct !!str `x` as a !!null/ },
			value,
		);
	}
	assert.doesNotThrow(() => loadConfig('machine: {type: !!null ~, certSANs: [!!null ""]}\n'));
});

test('a list or a map that says that it is null is refused where a pointer is wanted, and read elsewhere', () => {
	for (const [value, type] of [
		['!!null {}', 'v1alpha1.MachineConfig'],
		['!!null []', 'v1alpha1.MachineConfig'],
		['{ca: !!null {crt: aGk=}}', 'x509.PEMEncodedCertificateAndKey'],
		['{acceptedCAs: [!!null {crt: aGk=}]}', 'x509.PEMEncodedCertificate'],
	] as const) {
		const message = new RegExp(`line 1: cannot construct !!null \`\` into \\*${type}$`);
		assert.throws(() => loadConfig(`machine: ${value}\n`), { name: ConfigError.name, code: 'decode', message }, value);
	}
	const machine = loadConfig('machine: {nodeLabels: !!null {a: b}, certSANs: !!null [c]}\n');
	assert.match(encodeConfig(machine), /certSANs:\n +- c\n.*nodeLabels:\n +a: b\n/s);
});

test('bytes where a text is wanted do not stop the rules', () => {
	const config = loadConfig(
		'version: v1alpha1\nmachine: {network: {interfaces: [{interface: eth0, routes: [{gateway: !!binary "/w=="}]}]}}\n',
	);
	assert.match(
		validateConfig(config, { mode: 'metal', local: true, strict: false }).error?.message ?? '',
		/gateway\] "\ufffd": invalid network address/,
	);
});
