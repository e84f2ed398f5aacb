import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTemplate } from './parse-template.ts';
import { renderTemplate } from './render-template.ts';
import { TemplateError } from './template.ts';

const data = {
	Name: 'a',
	List: ['x', 'y'],
	Empty: new Map(),
	Map: new Map([
		['k2', 2],
		['k1', 1],
	]),
	Value: {
		goText: '5',
		Plus(more: number) {
			return 5 + more;
		},
	},
};

/** What text/template of Go 1.26 makes of each. */
const rendered: Readonly<Record<string, string>> = {
	plain: 'plain',
	'{{ .Name }}-{{ $.Name }}': 'a-a',
	'{{ .Value }} {{ .Value.Plus 2 }} {{ 2 | .Value.Plus }}': '5 7 7',
	'{{ .Name | printf "%4s|%-4s|" "b" }}': '   b|a   |',
	'{{ .List | printf "%3s" }}': '[  x   y]',
	'{{ .List | printf "%s" | printf "%.3s" }}': '[x ',
	'{{ .List | len | printf "%7d" }}': '      2',
	'{{ .Map.nosuch.deeper }}': '<no value>',
	'{{ .Map.nosuch | printf "%6s" }}': '%!s(<nil>)',
	'{{ range $k, $v := .Map }}{{ $k }}={{ $v }} {{ end }}': 'k1=1 k2=2 ',
	'{{ range .List }}{{ . }},{{ else }}none{{ end }}': 'x,y,',
	'{{ range .Empty }}{{ . }}{{ else }}none{{ end }}': 'none',
	'{{ if .Empty }}yes{{ else if .Name }}else{{ else }}no{{ end }}': 'else',
	'{{ with .Map }}{{ .k1 }}{{ end }}{{ $x := 3 }}{{ $x }}': '13',
	'a {{- /* nothing */ -}} b': 'ab',
	'{{ (index .List 1) }}{{ "}}" }}{{ `\\` }}': 'y}}\\',
	'{{ printf "%d %q %5.1s|" 3 .Name "bcd" }}': '3 "a"     b|',
};

for (const [template, text] of Object.entries(rendered)) {
	test(`template ${template}`, () => assert.equal(renderTemplate(parseTemplate(template), data), text));
}

test('what is no template is refused', () => {
	for (const template of ['{{', '{{ if .A }}', '{{ end }}', '{{ .A | }}', '{{ template "x" }}', '{{ ( .A }}', '{{ .A ? }}']) {
		assert.throws(() => parseTemplate(template), TemplateError, template);
	}
	for (const template of ['{{ .Nosuch }}', '{{ nosuch .Name }}', '{{ $nosuch }}', '{{ range .Name }}{{ end }}']) {
		assert.throws(() => renderTemplate(parseTemplate(template), data), TemplateError, template);
	}
});
