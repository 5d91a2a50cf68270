service Weather { operations: [Get] }
operation Get { input: Tree, output: Forest }
structure Tree { left: Tree, rest: Trees, byName: TreesByName, choice: Choice }
structure Forest { nested: Nested, loops: Loops }
list Trees { member: Tree }
map TreesByName { key: String, value: Trees }
union Choice { tree: Tree, choices: Choices }
list Choices { member: Choice }
list Nested { member: NestedMap }
map NestedMap { key: String, value: Nested }
map Loops { key: String, value: Loops }
