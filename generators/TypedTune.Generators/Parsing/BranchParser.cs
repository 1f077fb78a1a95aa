using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads which columns each branch of a column transformer works on.</summary>
internal static class BranchParser
{
    public static Signature? SignatureOf(AttributeData attribute, string fitted) =>
        attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol row] }
            ? new Signature(Role.Step, $"global::TypedTune.Learning.Table<{row.FullName()}>", SignatureParser.Numbers, fitted, false, false, ReadsRows: true, RowType: row.FullName(), LabelType: LabelTypeOf(row))
            : null;

    /// <summary>The enum of a row type's target, fully qualified; empty where it is of another type.</summary>
    public static string LabelTypeOf(INamedTypeSymbol row) =>
        row.InstanceProperties().FirstOrDefault(property => property.FindAttribute(KnownNames.Target) is not null)?.Type switch
        {
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ TypeKind: TypeKind.Enum } label] } => label.FullName(),
            { TypeKind: TypeKind.Enum } label => label.FullName(),
            _ => "",
        };

    public static Signature? Parse(INamedTypeSymbol type, List<IPropertySymbol> properties, List<StepModel> branches, Failures failures)
    {
        var attribute = type.FindAttribute(KnownNames.ColumnTransformer)!;
        if (attribute.AttributeClass is not { TypeArguments: [INamedTypeSymbol row] })
            return null;
        if (row.TypeKind == TypeKind.Error)
        {
            failures.AddOfTheCompiler();
            return null;
        }

        if (row.FindAttribute(KnownNames.Row) is null)
        {
            failures.Add(Descriptors.NotARow, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? type.Locations[0], row.Name);
            return null;
        }

        var columns = RowParser.FeatureColumns(row);
        var dropped = Dropped(type, row, columns, failures);
        var taken = new HashSet<string>([.. properties.SelectMany(Names).Select(name => name.Name), .. dropped, .. RowParser.RoleColumns(row)]);
        for (int i = 0; i < branches.Count; i++)
        {
            var selected = Select(properties[i], branches[i], row, columns, taken, failures);
            branches[i] = branches[i] with { Columns = new EquatableArray<string>(selected.Select(column => ColumnOf(row, column))) };
        }

        return failures.Any ? null : SignatureOf(attribute, $"{TypeParser.OwnName(type)}.{KnownNames.FittedType}");
    }

    private static List<string> Select(
        IPropertySymbol property,
        StepModel branch,
        INamedTypeSymbol row,
        IReadOnlyDictionary<string, bool> columns,
        HashSet<string> taken,
        Failures failures)
    {
        string name = $"{property.ContainingType.Name}.{property.Name}";
        var (role, input, output) = (branch.Signature.Role, branch.Signature.Input, branch.Signature.Output);
        if (role != Role.Step || output != SignatureParser.Numbers || input is not (SignatureParser.Numbers or SignatureParser.Categories))
        {
            failures.AddUnless([property.Type], Descriptors.StepsDoNotChain, Failures.PlaceOf(property), "The matrix of features", "numbers", name, role == Role.Step ? SignatureParser.Describe(output) : "predictions");
            return [];
        }

        bool needsNumbers = input == SignatureParser.Numbers;
        var selected = new List<string>();
        if (property.FindAttribute(KnownNames.Remainder) is not null)
            selected.AddRange(columns.Where(column => column.Value == needsNumbers && !taken.Contains(column.Key)).Select(column => column.Key));

        foreach (var (column, location) in Names(property))
        {
            if (!columns.TryGetValue(column, out bool isNumber))
                AddNoSuchColumn(failures, location, row, column, columns.Where(candidate => candidate.Value == needsNumbers).Select(candidate => candidate.Key));
            else if (isNumber != needsNumbers)
                failures.AddUnless([property.Type], Descriptors.WrongKindOfColumn, location, $"{row.Name}.{column}", isNumber ? "numbers" : "categories", name, needsNumbers ? "numbers" : "categories");
            else
                selected.Add(column);
        }

        if (TakesDates(property.Type, 0))
        {
            foreach (string column in selected.Where(column => !RowParser.HoldsDates(row, column)))
                failures.Add(Descriptors.WrongKindOfColumn, Names(property).FirstOrDefault(named => named.Name == column).Location ?? property.Locations[0], $"{row.Name}.{column}", "numbers", name, "dates");
        }

        if (selected.Count == 0 && !failures.Any)
            failures.AddUnless([row, property.Type], Descriptors.BranchWithoutColumns, Failures.PlaceOf(property), name, property.FindAttribute(KnownNames.Remainder) is null ? "name them with [Columns(nameof(…))], or mark it [Remainder]" : $"no {(needsNumbers ? "numbers" : "categories")} are left for [Remainder]; take the branch away, or leave it some");
        return selected;
    }

    // The first step of a pipeline is given what the pipeline is; one inside itself ends somewhere.
    private static bool TakesDates(ITypeSymbol type, int depth) => type is INamedTypeSymbol named
        && (named.IsNamed(KnownNames.DateParts)
            || (depth < 16 && ComponentParser.IsFlow(named) && FlowParser.StepProperties(named) is [var first, ..] && TakesDates(first.Type, depth + 1)));

    /// <summary>The row type that a column transformer names; null where it names none.</summary>
    public static INamedTypeSymbol? RowOf(INamedTypeSymbol transformer) =>
        transformer.FindAttribute(KnownNames.ColumnTransformer)?.AttributeClass is { TypeArguments: [INamedTypeSymbol row] } ? row : null;

    /// <summary>A column of a row type, as an expression.</summary>
    public static string ColumnOf(INamedTypeSymbol row, string column) => $"{row.FullName()}.Columns.{column.Escaped()}";

    /// <summary>The columns that a column transformer drops on purpose.</summary>
    public static IEnumerable<(string Name, Location Location)> DroppedNames(INamedTypeSymbol type) => Names(type, KnownNames.DropColumns);

    private static List<string> Dropped(INamedTypeSymbol type, INamedTypeSymbol row, IReadOnlyDictionary<string, bool> columns, Failures failures)
    {
        var dropped = new List<string>();
        foreach (var (column, location) in DroppedNames(type))
        {
            if (columns.ContainsKey(column))
                dropped.Add(column);
            else
                AddNoSuchColumn(failures, location, row, column, columns.Keys);
        }

        return dropped;
    }

    private static void AddNoSuchColumn(Failures failures, Location location, INamedTypeSymbol row, string column, IEnumerable<string> candidates)
    {
        var property = row.InstanceProperties().FirstOrDefault(property => property.Name == column);
        if (property is not null && RowParser.IsColumn(property) && property.FindAttribute(KnownNames.Target) is null)
            failures.AddUnless([row], Descriptors.NoSuchColumn, location, row.Name, column, "its type is none of a column; mark it [IgnoreColumn], and take it out of the list");
        else if (property?.FindAttribute(KnownNames.Target) is not null)
            failures.Add(Descriptors.NoSuchColumn, location, row.Name, column, "it is the target, which no branch can read; take it out of the list");
        else if (SimilarNames.Nearest(column, candidates) is { } nearest)
            failures.Add(Descriptors.NoSuchColumn, location, ImmutableDictionary<string, string?>.Empty.Add("Suggestion", nearest), row.Name, column, $"did you mean nameof({row.Name}.{nearest})?");
        else
            failures.Add(Descriptors.NoSuchColumn, location, row.Name, column, $"use nameof({row.Name}.…)");
    }

    /// <summary>The columns that a branch names.</summary>
    public static IEnumerable<(string Name, Location Location)> Names(IPropertySymbol branch) => Names(branch, KnownNames.Columns);

    private static IEnumerable<(string Name, Location Location)> Names(ISymbol symbol, string attributeName)
    {
        var attribute = symbol.FindAttribute(attributeName);
        if (attribute is not { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } names] })
            yield break;
        var arguments = (attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments;
        for (int i = 0; i < names.Values.Length; i++)
        {
            var location = arguments is { } list && list.Count == names.Values.Length ? list[i].GetLocation() : symbol.Locations[0];
            if (names.Values[i].Value is string name)
                yield return (name, location);
        }
    }
}
