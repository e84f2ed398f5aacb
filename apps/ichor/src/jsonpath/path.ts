/** A JSONPath template of kubectl's dialect: `{range .items[*]}{.name}{"\n"}{end}`. */
export type PathNode =
	/** Applied one after the other: what stands in braces. */
	| { readonly kind: 'list'; readonly nodes: readonly PathNode[] }
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'constant'; readonly value: number | boolean }
	| { readonly kind: 'field'; readonly name: string }
	| { readonly kind: 'slice'; readonly first: number | undefined; readonly end: number | undefined; readonly step: number | undefined }
	| { readonly kind: 'element'; readonly index: number }
	| { readonly kind: 'union'; readonly alternatives: readonly PathNode[] }
	| { readonly kind: 'filter'; readonly left: PathNode; readonly operator: string; readonly right: PathNode }
	| { readonly kind: 'wildcard' }
	| { readonly kind: 'recursive' }
	/** `range`, `end`, or a word that means nothing. */
	| { readonly kind: 'word'; readonly word: string };
