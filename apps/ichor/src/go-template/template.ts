/** What stands in a template of Go's text/template, as far as {@link parseTemplate} reads it. */
export type TemplateNode =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'print'; readonly pipeline: Pipeline }
	| ({ readonly kind: 'branch'; readonly on: 'if' | 'with' | 'range'; readonly pipeline: Pipeline } & Branches);

export interface Branches {
	readonly body: readonly TemplateNode[];
	readonly otherwise: readonly TemplateNode[];
}

/** Commands, each of which gets the value of the one before as its last argument. */
export interface Pipeline {
	/** `$key, $value :=` */
	readonly variables: readonly string[];
	readonly commands: readonly (readonly Operand[])[];
}

export type Operand =
	| { readonly kind: 'literal'; readonly value: unknown }
	| { readonly kind: 'function'; readonly name: string }
	/** `.A.B`, `$x.A`, `(pipeline).A`: where it starts, and the fields from there. */
	| {
			readonly kind: 'path';
			readonly start: 'dot' | { readonly variable: string } | { readonly pipeline: Pipeline };
			readonly fields: readonly string[];
	  };

/** A template that cannot be read or evaluated. */
export class TemplateError extends Error {}
