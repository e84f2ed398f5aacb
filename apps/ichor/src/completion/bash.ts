import { shell } from './shell.ts';

/** Completes `ichor` in bash 4 and later, with or without the bash-completion package. @param request the hidden command to ask */
export const bashScript = (request: string): string => shell`# bash completion for ichor

__ichor() {
	local rest="@{COMP_LINE:0:COMP_POINT}" piece i line directive
	local -a words=() lines=() names=()

	# Bash also splits at = and :, ichor does not: what had no space between belongs together.
	for ((i = 0; i <= COMP_CWORD; i++)); do
		piece="@{COMP_WORDS[i]}"
		if [[ $i -eq 0 || "$rest" == [[:space:]]* || -z "$rest" ]]; then
			rest="@{rest#"@{rest%%[![:space:]]*}"}"
			words+=("")
		fi
		((i == COMP_CWORD)) && piece="@{rest:0:@{#piece}}"
		words[-1]+="$piece"
		rest="@{rest#"$piece"}"
	done

	local current="@{words[-1]}"
	mapfile -t lines < <("@{words[0]}" ${request} "@{words[@]:1}" 2>/dev/null)
	[[ @{#lines[@]} -gt 0 ]] || return
	directive="@{lines[-1]#:}"
	unset 'lines[-1]'

	# What bash replaces begins behind the last = or : of the word.
	local value="$current" kept=""
	[[ "$current" == -*=* ]] && value="@{current#*=}"
	[[ "$COMP_WORDBREAKS" == *:* && "$value" == *:* ]] && kept="@{value%"@{value##*:}"}"

	if ((directive & 16)); then
		compopt -o filenames
		mapfile -t COMPREPLY < <(compgen -d -- "$value")
		return
	fi
	if ((directive & 8)); then
		compopt -o filenames
		mapfile -t COMPREPLY < <(compgen -d -- "$value"; for line in "@{lines[@]}"; do compgen -f -X "!*.$line" -- "$value"; done)
		return
	fi
	((directive & 5)) && compopt +o default
	((directive & 2)) && compopt -o nospace

	for line in "@{lines[@]}"; do
		[[ "@{line%%$'\t'*}" == "$value"* ]] && names+=("$line")
	done
	COMPREPLY=()
	for line in "@{names[@]}"; do
		# The list that a second tab shows has room for descriptions, the command line does not.
		if [[ "$COMP_TYPE" -eq 63 && @{#names[@]} -gt 1 && "$line" == *$'\t'* ]]; then
			COMPREPLY+=("@{line%%$'\t'*}  (@{line#*$'\t'})")
		else
			line="@{line%%$'\t'*}"
			COMPREPLY+=("@{line#"$kept"}")
		fi
	done
}

complete -o default -F __ichor ichor
`;
