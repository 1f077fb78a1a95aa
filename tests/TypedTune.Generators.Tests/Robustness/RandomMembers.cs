namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Random hyperparameters of every kind, with legal bounds and defaults.</summary>
internal sealed class RandomMembers(Dice dice, Declared known)
{
    private static readonly string[] Wholes = ["sbyte", "byte", "short", "ushort", "int", "int", "int", "uint", "long", "ulong"];

    private static readonly string[] Summaries = ["", "", "", "/// <summary>How many.</summary>\n", "/// <summary>A <see cref=\"double\"/> &lt; 1 & <c>more</c>\n/// of \"it\" \\ {0}.</summary>\n", "/// <summary/>\n", "// no documentation\n", "/** <summary>Old\nstyle</summary> */\n"];

    /// <summary>A hyperparameter as a property.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kind">The keywords of the type that it is in.</param>
    public string Property(string name, string kind)
    {
        bool isRecord = kind.Contains("record", StringComparison.Ordinal);
        bool isStruct = kind.Contains("struct", StringComparison.Ordinal);
        bool isSealed = isStruct || kind.Contains("sealed", StringComparison.Ordinal);
        var (attribute, type, initial) = Any();
        string modifier = dice.Pick(["", "", "", "", "", isSealed ? "" : "virtual ", "required "]);
        string access = dice.Pick(["public", "public", "public", "public", "internal", isStruct || modifier.Length > 0 ? "public" : "protected", modifier.Length > 0 ? "public" : "private"]);
        if (access == "internal" && modifier == "required ")
            access = "public";
        string setter = isRecord && (kind.StartsWith("readonly", StringComparison.Ordinal) || !dice.OneIn(12)) ? "init" : "set";
        string accessors = dice.Next(6) switch
        {
            0 => $"get; {setter} => field = value;",
            1 when access == "public" && modifier.Length == 0 => $"get; private {setter};",
            _ => $"get; {setter};",
        };
        return $"{dice.Pick(Summaries)}{attribute} {access} {modifier}{type} {name} {{ {accessors} }}{(isStruct || initial.Length == 0 ? "" : $" = {initial};")}";
    }

    /// <summary>A number or a choice of a pipeline's own.</summary>
    public string Setting(string name, string accessors) => (dice.OneIn(2) ? Number() : Choice()) is var (attribute, type, initial)
        ? $"{attribute} public {type} {name} {accessors}{(initial.Length == 0 ? "" : $" = {initial};")}"
        : "";

    /// <summary>A hyperparameter as a record's parameter.</summary>
    public string Parameter(string name)
    {
        string attribute, type, initial;
        do
            (attribute, type, initial) = dice.OneIn(2) ? Number() : Choice();
        while (initial.Length == 0);
        return $"{attribute.Replace("[", "[property: ", StringComparison.Ordinal)} {type} {name} = {initial}";
    }

    /// <summary>A choice between types.</summary>
    public (string Attribute, string Type, string Initial) OneOf()
    {
        bool isRegressor = dice.OneIn(4);
        int count = 2 + dice.Next(dice.OneIn(3) ? 11 : 3);
        var options = (isRegressor ? known.Regressors : known.Parts).OrderBy(_ => dice.Next(1000)).DistinctBy(SimpleName).Take(count).ToArray();
        return options.Length < 2
            ? Number()
            : ($"[OneOf<{string.Join(", ", options)}>]", isRegressor ? "IRegressor" : "object", $"new {dice.Pick(options)}()");
    }

    private (string Attribute, string Type, string Initial) Any() => dice.Next(10) switch
    {
        < 4 => Number(),
        < 6 => Choice(),
        6 => Value(),
        7 => Part(),
        8 => OneOf(),
        _ => Real(),
    };

    private (string Attribute, string Type, string Initial) Number()
    {
        string type = dice.Pick(Wholes);
        bool isLog = dice.OneIn(6);
        int min = isLog ? 1 : type[0] is 'u' or 'b' ? dice.Next(3) : dice.Next(8) - 4;
        int max = min + 2 + dice.Next(100);
        string bounds = Bounds(min.ToString(Invariant), max.ToString(Invariant), isLog);
        return dice.OneIn(4) ? (bounds, type + "?", dice.Pick(["", "null", $"{min + 1}"])) : (bounds, type, $"{min + 1}");
    }

    private (string Attribute, string Type, string Initial) Real()
    {
        bool isLog = dice.OneIn(3);
        string min = isLog ? dice.Pick(["1e-3", "0.5", "1"]) : dice.Pick(["-1", "0", "-0.5", "-1e300", "double.MinValue"]);
        string bounds = Bounds(min, dice.Pick(["2", "2.5", "1e10", "1e300", "double.MaxValue"]), isLog);
        return dice.OneIn(4) ? (bounds, "double?", dice.Pick(["", "null", "1.5"])) : (bounds, "double", dice.Pick(["1.5", "1.25e0", "1 + 0.5"]));
    }

    private string Bounds(string min, string max, bool isLog)
    {
        var arguments = new List<string>();
        if (isLog || dice.OneIn(2))
            arguments.AddRange([$"Min = {min}", .. dice.OneIn(4) ? ["MinExclusive = true"] : Array.Empty<string>()]);
        if (dice.OneIn(2))
            arguments.AddRange([$"Max = {max}", .. dice.OneIn(4) ? ["MaxExclusive = true"] : Array.Empty<string>()]);
        if (isLog)
            arguments.Add("Scale = global::TypedTune.Scale.Log");
        return arguments.Count == 0 ? "[Hyperparameter]" : $"[Hyperparameter({string.Join(", ", arguments)})]";
    }

    private (string Attribute, string Type, string Initial) Choice()
    {
        string type = dice.OneIn(3) ? "bool" : dice.Pick(known.Enums);
        return dice.OneIn(3) ? ("[Hyperparameter]", type + "?", dice.Pick(["", "null"])) : ("[Hyperparameter]", type, type == "bool" ? "true" : "default");
    }

    private (string Attribute, string Type, string Initial) Value()
    {
        string type = dice.Pick(known.Values);
        return dice.OneIn(3) ? ("[Hyperparameter]", type + "?", dice.Pick(["", "null"])) : ("[Hyperparameter]", type, type == "string" ? "\"a\\\"<b>&\\n\"" : "default!");
    }

    private (string Attribute, string Type, string Initial) Part() => known.Structs.Count > 0 && dice.OneIn(4)
        ? ("[Hyperparameter]", dice.Pick(known.Structs), "new()")
        : ("[Hyperparameter]", dice.Pick(known.Parts), "new()");

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static string SimpleName(string type) => type.Split('<')[0].Split('.', ':')[^1].TrimStart('@');
}
