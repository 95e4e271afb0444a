/** What a cell says while the script that answers has not come; it stands here alone, for it is needed without that script. */
export const sentencesOfLoading = {
  comesByItself: 'A file of this add-in did not arrive. Check the network; the answer comes by itself once it is there.',
  recalculate: 'A file of this add-in did not arrive. Check the network, then recalculate (Ctrl+Alt+F9).',
} as const;
