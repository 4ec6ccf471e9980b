/** How a state is shown: by colour and sign, where the words of a good and a bad one look alike from afar. */
export function stateClass({ ok }: { readonly ok: boolean }): string {
  return ok ? 'state good' : 'state bad';
}
