namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Names that generated code might trip over: keywords, those of the library and of its own variables, other scripts.</summary>
internal sealed class RandomNames(Dice dice)
{
    private static readonly string[] All =
    [
        "Size", "Depth", "Rate", "Kind", "Options", "Model", "Part", "Leaf", "A", "B", "C", "a", "b", "_", "__", "_x", "x1",
        "@class", "@int", "@event", "@namespace", "@null", "@default", "@this", "@base", "@new", "record", "field", "value", "var", "nameof", "global", "async", "await", "dynamic", "notnull", "unmanaged", "where", "select", "from", "partial", "required", "init", "get", "set", "when", "with", "yield", "file", "scoped", "allows", "extension", "nint", "alias",
        "System", "TypedTune", "Learning", "Lens", "Grid", "Bounds", "Scale", "Parameter", "SpacePart", "Unit", "Task", "String", "Object", "Int32", "HashCode", "EqualityComparer", "Collections", "Generic", "Double", "FeatureMatrix", "Categories", "PlannedFit", "Seed", "Path", "Then", "Name", "Validate", "Plan", "Schema", "ITunable", "IRow",
        "part", "copy", "other", "obj", "hash", "configuration", "at", "option", "root", "TRoot", "TRoot_", "T", "step0", "step1", "input", "planner", "path", "names", "rows", "row", "reader", "flag", "flag0", "number", "label", "context", "data", "target", "features", "Count", "Values", "Items", "Current", "Finalize", "Clone2", "Deconstruct",
        "Größe", "数", "Данные", "ñ", "e\u0301", "ſ", "İ", "ı", "\\u0041b", "Ǆ", "Option", "Any2", "LeafOptions", "SizeOptions", "Hyperparameter", "Row", "Pipeline", "Target", "Column", "OneOf",
    ];

    // Words that no type may have for a name without an @ before it.
    private static readonly string[] NoTypes = ["required", "file", "scoped", "extension", "allows", "field", "partial", "await", "async", "notnull", "where", "yield", "nint"];

    private readonly HashSet<string> _types = ["T", "TRoot", "TypedTune", "System", "Deconstruct", "N", "A", "a", "Größe", "namespace", "Mine", "Space", "Fit"];
    private int _made;

    /// <summary>A type's name that no other type of the source has, whatever its place.</summary>
    public string NextType()
    {
        string name = Next(_types);
        return NoTypes.Contains(name) ? "@" + name : name;
    }

    /// <summary>A name that none of <paramref name="taken"/> is; it is one of them from then on.</summary>
    public string Next(HashSet<string> taken)
    {
        for (int tries = 0; tries < 8; tries++)
        {
            string name = dice.Pick(All);
            if (taken.Add(name.TrimStart('@')))
                return name;
        }

        string numbered = $"Name{++_made}";
        taken.Add(numbered);
        return numbered;
    }
}
