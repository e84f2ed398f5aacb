/** One thing that `npm run check` looks at. */
export interface Check {
	readonly name: string;
	/** The command that repairs what the check finds, when there is one. */
	readonly fixer?: string;
	/** What is wrong, one line each; empty when nothing is. Throws when it cannot look, or saw nothing to look at. */
	run(root: string): Promise<readonly string[]>;
}
