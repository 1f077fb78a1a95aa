using Microsoft.CodeAnalysis;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads the options of a choice between types.</summary>
internal static class ChoiceParser
{
    public static IReadOnlyList<OptionModel> Options(INamedTypeSymbol owner, IPropertySymbol property, AttributeData attribute, Failures failures, CoverageParser coverage)
    {
        var options = new List<OptionModel>();
        foreach (var argument in attribute.AttributeClass!.TypeArguments)
        {
            if (argument.TypeKind == TypeKind.Error)
            {
                failures.AddOfTheCompiler();
                continue;
            }

            // A base of another assembly may have options that cannot be named here.
            if (argument.IsForeign(owner))
                continue;
            string? accessibility = Visibility.Widest(argument, owner, property.DeclaredAccessibility);
            var problem = argument is not INamedTypeSymbol { TypeKind: TypeKind.Class } named ? "it is not a class or record"
                : !Fits(named, property.Type) ? $"it is not {Article(property.Type.Shown())}"
                : !TypeParser.CanBeDefault(named) ? "it has no parameterless constructor, or has required members"
                : options.Any(option => option.Name == named.Name.Escaped()) ? "another option has the same name"
                : accessibility is null ? $"it is hidden where the space of {owner.Name} is not"
                : null;
            if (problem is not null)
                failures.AddUnless([argument], Descriptors.UnfitOption, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? property.Locations[0], argument.Name, property.Name, problem);
            else
                options.Add(new OptionModel(argument.Name.Escaped(), argument.FullName(), accessibility!, ComponentParser.IsTunable(argument), coverage.Of(argument)));
        }

        return options;
    }

    // Generated pipelines implement their interfaces only in generated code, so their declared role counts as well.
    private static bool Fits(INamedTypeSymbol option, ITypeSymbol type)
    {
        for (ITypeSymbol? current = option; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type))
                return true;
        }

        return option.AllInterfaces.Contains(type, SymbolEqualityComparer.Default)
            || (ComponentParser.IsFlow(option) && type.TypeKind == TypeKind.Interface && SignatureParser.Parse(option) is { } signature && signature.Role switch
            {
                Role.Regressor => signature.Input == SignatureParser.Numbers && type.IsNamed(KnownNames.Regressor),
                Role.Classifier => signature.Input == SignatureParser.Numbers && type.IsNamed(KnownNames.Classifier),
                _ => SignatureParser.Parse(type) is { Role: Role.Step } wanted && wanted.Input == signature.Input && wanted.Output == signature.Output,
            });
    }

    private static string Article(string name) => ("AEIOaeio".IndexOf(name[0]) >= 0 ? "an " : "a ") + name;
}
