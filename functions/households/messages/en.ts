/** Said below the mails to the other parent of a shared child; as above, never what it is, nor of whom. */
const why =
  'You receive this message because you share the daily life of a child with the other parent. You can end this at any time from “My household”.';
const letter = (said: string) => (url: string) =>
  [said, `Your household, on a page in English: ${url}`, why].join('\n\n');

export const parentMail = {
  joined: letter(
    'The other parent of your child has accepted your invitation. The identity and the daily life of the child (school, meals…) are now the same in both your accounts. Your addresses and your other data stay yours alone.',
  ),
  changed: letter(
    'The other parent of your child has corrected something that you share. Please look whether it is right.',
  ),
  ended: letter(
    'The other parent of your child has ended the sharing. You keep your copy; what each of you corrects from now on is not seen by the other.',
  ),
  lodged: letter(
    'The other parent of your child has just sent a request about the child. You are told because you hold parental authority together. To know what it says, ask them or ask us.',
  ),
};
