/** What AWS's JSON protocols add beside the members of a structure or union; readers have to pass over it. */
export const TYPE_MEMBER = "__type";
