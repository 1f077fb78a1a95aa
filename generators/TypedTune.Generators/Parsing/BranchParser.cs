using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;
using TypedTune.Generators.Rules;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads which columns each branch of a column transformer works on.</summary>
internal static class BranchParser
{
    public static Signature? SignatureOf(AttributeData attribute, string fitted) =>
        attribute.AttributeClass is { TypeArguments: [var row] }
            ? new Signature(Role.Step, $"global::TypedTune.Learning.Table<{row.FullName()}>", SignatureParser.Numbers, fitted, false, false)
            : null;

    public static Signature? Parse(INamedTypeSymbol type, List<IPropertySymbol> properties, List<StepModel> branches, Failures failures)
    {
        var attribute = type.FindAttribute(KnownNames.ColumnTransformer)!;
        if (attribute.AttributeClass is not { TypeArguments: [INamedTypeSymbol row] })
            return null;
        if (row.FindAttribute(KnownNames.Row) is null)
        {
            failures.Add(Descriptors.NotARow, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? type.Locations[0], row.Name);
            return null;
        }

        var columns = RowParser.FeatureColumns(row);
        var named = new HashSet<string>(properties.SelectMany(Names).Select(name => name.Name));
        for (int i = 0; i < branches.Count; i++)
        {
            var selected = Select(properties[i], branches[i], row, columns, named, failures);
            branches[i] = branches[i] with { Columns = new EquatableArray<string>(selected.Select(column => $"{row.FullName()}.Columns.{column.Escaped()}")) };
        }

        return failures.Any ? null : SignatureOf(attribute, $"{type.FullName()}.{KnownNames.FittedType}");
    }

    private static List<string> Select(
        IPropertySymbol property,
        StepModel branch,
        INamedTypeSymbol row,
        IReadOnlyDictionary<string, bool> columns,
        HashSet<string> named,
        Failures failures)
    {
        string name = $"{property.ContainingType.Name}.{property.Name}";
        var (role, input, output) = (branch.Signature.Role, branch.Signature.Input, branch.Signature.Output);
        if (role != Role.Step || output != SignatureParser.Numbers || input is not (SignatureParser.Numbers or SignatureParser.Categories))
        {
            failures.Add(Descriptors.StepsDoNotChain, property, "The matrix of features", "numbers", name, role == Role.Step ? SignatureParser.Describe(output) : "predictions");
            return [];
        }

        bool needsNumbers = input == SignatureParser.Numbers;
        var selected = new List<string>();
        if (property.FindAttribute(KnownNames.Remainder) is not null)
            selected.AddRange(columns.Where(column => column.Value == needsNumbers && !named.Contains(column.Key)).Select(column => column.Key));

        foreach (var (column, location) in Names(property))
        {
            if (!columns.TryGetValue(column, out bool isNumber))
                failures.Add(Descriptors.NoSuchColumn, location, row.Name, column);
            else if (isNumber != needsNumbers)
                failures.Add(Descriptors.WrongKindOfColumn, location, $"{row.Name}.{column}", isNumber ? "numbers" : "categories", name, needsNumbers ? "numbers" : "categories");
            else
                selected.Add(column);
        }

        if (selected.Count == 0 && !failures.Any)
            failures.Add(Descriptors.BranchWithoutColumns, property, name);
        return selected;
    }

    private static IEnumerable<(string Name, Location Location)> Names(IPropertySymbol property)
    {
        var attribute = property.FindAttribute(KnownNames.Columns);
        if (attribute is not { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } names] })
            yield break;
        var arguments = (attribute.ApplicationSyntaxReference?.GetSyntax() as Microsoft.CodeAnalysis.CSharp.Syntax.AttributeSyntax)?.ArgumentList?.Arguments;
        for (int i = 0; i < names.Values.Length; i++)
        {
            var location = arguments is { } list && list.Count == names.Values.Length ? list[i].GetLocation() : property.Locations[0];
            if (names.Values[i].Value is string name)
                yield return (name, location);
        }
    }
}
