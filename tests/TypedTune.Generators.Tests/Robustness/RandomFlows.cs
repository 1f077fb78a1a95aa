namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Random rows, column transformers and pipelines whose steps fit together.</summary>
internal sealed class RandomFlows(Dice dice, Declared known, RandomNames names)
{
    private static readonly string[] Numbers = ["double", "int", "float", "decimal", "bool", "long", "byte", "short", "ulong", "double?", "int?", "bool?", "decimal?"];

    private static readonly string[] Ignored = ["Guid", "int[]", "object?", "List<int>", "Guid?", "char"];

    private readonly RandomMembers _members = new(dice, known);

    public string Row(RandomPlace place)
    {
        string name = names.NextType();
        var inside = Inside(name, "Columns", "ReadCsv");
        var columns = Enumerable.Range(0, 2 + dice.Next(6)).Select(i => (Name: names.Next(inside), Type: i == 0 || dice.OneIn(2) ? dice.Pick(Numbers) : dice.OneIn(2) ? dice.Pick(["string", "string?"]) : dice.Pick(known.Enums) + dice.Pick(["", "?"]))).ToArray();

        // As headers are matched.
        columns = [.. columns.DistinctBy(column => column.Name.TrimStart('@').Replace("_", "", StringComparison.Ordinal).ToLowerInvariant())];
        int target = dice.Next(columns.Length + 1);
        string Attribute(int i) => (i == target ? "[Target] " : "") + (dice.OneIn(6) ? $"[Column(\"{i} a\\\"\\n\")] " : "");
        known.Rows.Add(new DeclaredRow(
            place.Prefix + name,
            [.. columns.Where((column, i) => i != target && Numbers.Contains(column.Type)).Select(column => column.Name)],
            [.. columns.Where((column, i) => i != target && !Numbers.Contains(column.Type)).Select(column => column.Name)]));
        bool isPositional = dice.OneIn(4);
        string kind = dice.Pick<string>(isPositional ? ["sealed partial record", "partial record"] : ["sealed partial record", "partial record", "partial class"]);
        string body = isPositional
            ? $"({string.Join(", ", columns.Select((column, i) => $"{Attribute(i).Replace("[", "[property: ", StringComparison.Ordinal)}{column.Type} {column.Name}"))});"
            : $" {{\n{string.Join("\n", columns.Select((column, i) => $"{Attribute(i)}public {dice.Pick(["", "required "])}{column.Type} {column.Name} {{ get; {dice.Pick(["init", "set"])}; }}"))}\n{(dice.OneIn(3) ? $"[IgnoreColumn] public {dice.Pick(Ignored)} {names.Next(inside)} {{ get; set; }}" : "")} }}";
        return $"{place.Open}[Row] public {kind} {name}{body}{place.Close}";
    }

    public string ColumnTransformer(RandomPlace place)
    {
        if (known.Rows.Count == 0)
            return Row(place);
        var row = dice.Pick(known.Rows);
        string name = names.NextType();
        var inside = Inside(name);
        string[] branches =
        [
            .. Branches(row, row.Numbers, known.Transformers, inside),
            .. Branches(row, row.Categories, known.Encoders, inside),
        ];
        if (branches.Length == 0)
            return Pipeline(place);
        known.TableSteps.Add(place.Prefix + name);
        return $"{place.Open}[ColumnTransformer<{row.Type}>] public {dice.Pick(["sealed ", ""])}partial record {name} {{\n{string.Join("\n", branches)}\n}}{place.Close}";
    }

    public string Pipeline(RandomPlace place)
    {
        string name = names.NextType();
        var inside = Inside(name);
        int start = dice.Next(known.TableSteps.Count > 0 ? 4 : 3);
        var steps = new List<string>();
        if (start == 3)
            steps.Add(dice.Pick(known.TableSteps));
        else if (start == 2)
            steps.AddRange([dice.Pick(known.CategoryTransformers), .. dice.OneIn(3) ? Array.Empty<string>() : [dice.Pick(known.Encoders)]]);
        bool makesCategories = start == 2 && steps.Count == 1;
        if (!makesCategories)
            steps.AddRange(Enumerable.Range(0, dice.Next(3) + (steps.Count == 0 ? 1 : 0)).Select(_ => dice.Pick(known.Transformers)));
        string end = start == 2 ? "" : dice.Pick(["", "regressor", "regressor", "classifier"]);
        bool isClass = dice.OneIn(4);
        string accessors = isClass ? "{ get; set; }" : "{ get; init; }";
        var members = steps.Select(type => $"public {type} {names.Next(inside)} {accessors} = new();").ToList();
        if (end == "regressor" && dice.OneIn(3) && _members.OneOf() is (var attribute, "IRegressor", var initial))
            members.Add($"{attribute} public IRegressor {names.Next(inside)} {accessors} = {initial};");
        else if (end.Length > 0)
            members.Add($"public {dice.Pick(end == "regressor" ? known.Regressors : known.Classifiers)} {names.Next(inside)} {accessors} = new();");
        if (dice.OneIn(4))
            members.Add(_members.Setting(names.Next(inside), accessors));
        if (members.TrueForAll(member => !member.Contains("required ", StringComparison.Ordinal)))
            Register(place.Prefix + name, start, makesCategories, end);
        return $"{place.Open}[Pipeline] public {dice.Pick(["sealed ", ""])}partial {(isClass ? "class" : "record")} {name} {{\n{string.Join("\n", members)}\n}}{place.Close}";
    }

    private IEnumerable<string> Branches(DeclaredRow row, IReadOnlyList<string> columns, List<string> types, HashSet<string> inside)
    {
        bool hasRemainder = columns.Count > 0 && dice.OneIn(2);
        foreach (string _ in columns.Take(dice.Next(3)))
        {
            var some = dice.Some(columns);
            string attribute = $"[Columns({string.Join(", ", (some.Count == 0 ? columns.Take(1) : some).Select(column => $"nameof({row.Type}.{column})"))})]";
            yield return $"{attribute} public {dice.Pick(types)} {names.Next(inside)} {{ get; init; }} = new();";
        }

        if (hasRemainder)
            yield return $"[Remainder, Columns(nameof({row.Type}.{columns[0]}))] public {dice.Pick(types)} {names.Next(inside)} {{ get; init; }} = new();";
    }

    private void Register(string type, int start, bool makesCategories, string end)
    {
        var steps = (start, end) switch
        {
            (3, "") => known.TableSteps,
            (3, _) => null,
            (2, "") => makesCategories ? known.CategoryTransformers : known.Encoders,
            (2, _) => null,
            (_, "") => known.Transformers,
            (_, "regressor") => known.Regressors,
            _ => known.Classifiers,
        };
        steps?.Add(type);
        known.Parts.Add(type);
    }

    private static HashSet<string> Inside(string name, params string[] more) =>
        [name.TrimStart('@'), "Space", "SpaceFrom", "Hyperparameters", "All", "_at", "Fit", "Fitted", "Configuration", "FeatureNames", "FeatureImportances", "Transform", "Predict", "Equals", .. more];
}
