// Tells whether what clients saw of a store of keys could have happened one operation after another (linearizability).
// Reads operations as JSON, one after the other, from standard input; prints "Ok", "Illegal" or "Unknown" (it took too
// long), and with "Illegal" the operations on one key that contradict each other.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/anishathalye/porcupine"
)

// An operation on one key. A key that is not there has the value "".
type operation struct {
	Client   int    `json:"client"`
	Key      string `json:"key"`
	Kind     string `json:"kind"`     // get, put or swap
	Value    string `json:"value"`    // what was put, or what get found
	Expected string `json:"expected"` // what swap wanted to find
	Swapped  bool   `json:"swapped"`  // whether it did
	Unknown  bool   `json:"unknown"`  // nobody knows whether it was done; Return is after everything else
	Call     int64  `json:"call"`
	Return   int64  `json:"return"`
}

var store = porcupine.Model{
	Partition: func(history []porcupine.Operation) [][]porcupine.Operation {
		byKey := map[string][]porcupine.Operation{}
		for _, one := range history {
			key := one.Input.(operation).Key
			byKey[key] = append(byKey[key], one)
		}
		parts := make([][]porcupine.Operation, 0, len(byKey))
		for _, part := range byKey {
			parts = append(parts, part)
		}
		return parts
	},
	Init: func() interface{} { return "" },
	Step: func(state, input, _ interface{}) (bool, interface{}) {
		found, done := state.(string), input.(operation)
		switch done.Kind {
		case "get":
			return found == done.Value, found
		case "put":
			return true, done.Value
		default:
			matches := found == done.Expected
			if !done.Unknown && matches != done.Swapped {
				return false, found
			}
			if matches {
				return true, done.Value
			}
			return true, found
		}
	},
}

func main() {
	history := []porcupine.Operation{}
	for decoder := json.NewDecoder(os.Stdin); ; {
		var one operation
		if err := decoder.Decode(&one); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		history = append(history, porcupine.Operation{ClientId: one.Client, Input: one, Call: one.Call, Return: one.Return})
	}
	verdict := porcupine.CheckOperationsTimeout(store, history, time.Minute)
	fmt.Println(verdict)
	if verdict != porcupine.Illegal {
		return
	}
	for _, part := range store.Partition(history) {
		if porcupine.CheckOperationsTimeout(store, part, time.Minute) != porcupine.Illegal {
			continue
		}
		for _, one := range part {
			line, _ := json.Marshal(one.Input)
			fmt.Println(string(line))
		}
		return
	}
}
