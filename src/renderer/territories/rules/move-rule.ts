// Moves one thing in an order.

/** The order with `id` moved to stand before or behind `other`; the order itself when there is nothing to move. */
export function moveBeside<Id>(order: readonly Id[], id: Id, other: Id, isBehind: boolean): readonly Id[] {
  if (id === other || !order.includes(id) || !order.includes(other)) return order
  const rest = order.filter((each) => each !== id)
  const at = rest.indexOf(other) + (isBehind ? 1 : 0)
  return [...rest.slice(0, at), id, ...rest.slice(at)]
}

/** The order with `id` one place up or down; the order itself at its ends. */
export function moveStep<Id>(order: readonly Id[], id: Id, step: -1 | 1): readonly Id[] {
  const other = order[order.indexOf(id) + step]
  return other === undefined || !order.includes(id) ? order : moveBeside(order, id, other, step === 1)
}
