import { shell } from './shell.ts';

/** Completes `ichor` in zsh. @param request the hidden command to ask */
export const zshScript = (request: string): string => shell`#compdef ichor
# zsh completion for ichor

_ichor() {
	local -a lines described
	local line directive text about
	lines=("@{(@f)$("@{(Q)words[1]}" ${request} "@{(@Q)words[2,CURRENT-1]}" "@{(Q)PREFIX}" 2>/dev/null)}")
	(( $#lines )) || return 1
	directive="@{lines[-1]#:}"
	lines[-1]=()
	(( directive & 1 )) && return 1

	# A flag and its value in one word: what is completed is the value.
	[[ $PREFIX == -*=* ]] && compset -P '*='

	if (( directive & 16 )); then
		_files -/
		return
	fi
	if (( directive & 8 )); then
		_files -g "*.(@{(j:|:)lines})"
		return
	fi
	for line in "@{lines[@]}"; do
		[[ -n $line ]] || continue
		text="@{line%%$'\t'*}"
		about="@{line#*$'\t'}"
		text="@{text//:/\\:}"
		[[ $line == *$'\t'* ]] && described+=("$text:$about") || described+=("$text")
	done
	if (( $#described )); then
		_describe -V ichor described
	elif (( ! (directive & 4) )); then
		_files
	fi
}

# Sourced, or autoloaded from a folder of $fpath.
if [[ $funcstack[1] == _ichor ]]; then
	_ichor "$@"
else
	compdef _ichor ichor
fi
`;
