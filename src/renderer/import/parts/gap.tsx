// The height of rows that are not drawn, before and after those in view.
export const Gap = ({ height }: { readonly height: number }) => (height > 0 ? <tr style={{ height }} /> : null)
