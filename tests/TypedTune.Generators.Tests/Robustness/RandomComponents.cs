namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Random types with hyperparameters: records, classes and structs, generic and inherited ones.</summary>
internal sealed class RandomComponents(Dice dice, Declared known, RandomNames names)
{
    private static readonly string[] Kinds = ["sealed partial record", "sealed partial record", "partial record", "abstract partial record", "partial class", "sealed partial class", "partial record struct", "readonly partial record struct", "partial struct"];

    private static readonly string[] Constraints = ["where T : struct", "where T : IComparable", "where T : struct, Enum", "where T : notnull", ""];

    private static readonly string[] Extras =
    [
        "public int Note;", "public readonly int[] Notes = [];", "public const int Limit = 3;", "public static int Shared { get; set; }", "public int Twice => 2;", "public void Method() { int local = 1; _ = local; }", "public int this[int i] { get => i; set { } }",
        "public string Text { get; init; } = \"\";", "public event Action? Changed;", "public enum Nested { One, Two }", "public sealed record Inner(int X);", "[Obsolete] public int Old { get; set; }", "public static implicit operator int(Self _) => 1;", "private int _size;",
    ];

    private static readonly string[] OfStructs = [.. Extras.Where(extra => extra.Contains("static", StringComparison.Ordinal) || extra.Contains("const", StringComparison.Ordinal) || extra.Contains("=>", StringComparison.Ordinal) || extra.Contains("Nested", StringComparison.Ordinal))];

    private readonly RandomMembers _members = new(dice, known);

    public string Declare(RandomPlace place)
    {
        string name = names.NextType();
        string kind = dice.Pick(Kinds);
        bool isRecord = kind.Contains("record", StringComparison.Ordinal);
        bool isStruct = kind.Contains("struct", StringComparison.Ordinal);
        bool isGeneric = dice.OneIn(6);
        var (parameters, arguments) = isGeneric ? ("<T>", "<DayOfWeek>") : ("", "");
        var bases = isStruct || isGeneric ? [] : isRecord ? known.Bases : known.ClassBases;
        string parent = bases.Count > 0 && dice.OneIn(2) ? $" : {dice.Pick(bases)}" : "";
        var inside = new HashSet<string> { name.TrimStart('@'), "T", "Space", "SpaceFrom", "Hyperparameters", "All", "_at", "Self", "Nested", "Inner", "Note", "Notes", "Limit", "Shared", "Twice", "Method", "Text", "Changed", "Old", "_size", "Deconstruct" };
        string positional = isRecord && parent.Length == 0 && dice.OneIn(4)
            ? $"({string.Join(", ", Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => _members.Parameter(names.Next(inside))))})"
            : "";
        var members = Enumerable.Range(0, 1 + dice.Next(4)).Select(_ => _members.Property(names.Next(inside), kind)).ToList();
        if (isGeneric)
            members.Add($"[Hyperparameter] public T{dice.Pick(["", "?"])} {names.Next(inside)} {{ get; {(isRecord ? "init" : "set")}; }}{(isStruct ? "" : " = default!;")}");
        if (dice.OneIn(3))
            members.Add(dice.Pick(isStruct ? OfStructs : Extras).Replace("Self", name + parameters, StringComparison.Ordinal));
        bool isNew = members.TrueForAll(member => !member.Contains("required ", StringComparison.Ordinal)) && !kind.Contains("abstract", StringComparison.Ordinal) && parent.Length == 0;
        Register($"{place.Prefix}{name}{arguments}", kind, positional.Length == 0 && isNew, isGeneric);
        return $"{place.Open}public {kind} {name}{parameters}{positional}{parent}{(isGeneric ? $" {dice.Pick(Constraints)}" : "")} {{\n{Parts(members, $"{kind} {name}{parameters}")}\n}}{place.Close}";
    }

    // Sometimes in two parts.
    private string Parts(List<string> members, string declaration)
    {
        if (members.Count < 2 || !dice.OneIn(6))
            return string.Join("\n", members);
        int first = 1 + dice.Next(members.Count - 1);
        return $"{string.Join("\n", members.Take(first))}\n}}\n{declaration} {{\n{string.Join("\n", members.Skip(first))}";
    }

    private void Register(string type, string kind, bool isNew, bool isGeneric)
    {
        if (kind.Contains("struct", StringComparison.Ordinal))
        {
            if (isNew)
                known.Structs.Add(type);
            return;
        }

        if (isNew)
            known.Parts.Add(type);
        if (!kind.Contains("sealed", StringComparison.Ordinal) && !isGeneric)
            (kind.Contains("record", StringComparison.Ordinal) ? known.Bases : known.ClassBases).Add(type);
    }
}
