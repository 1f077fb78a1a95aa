namespace TypedTune.Architecture.Tests;

/// <summary>An order of rooms: a room may use itself and those before it.</summary>
internal static class Directions
{
    /// <summary>Uses that go against the order, in words, sorted.</summary>
    /// <param name="uses">What uses what.</param>
    /// <param name="order">The rooms, lowest first.</param>
    public static IEnumerable<string> FindViolations(IEnumerable<TypeUse> uses, IReadOnlyList<string> order)
    {
        var places = order.Index().ToDictionary(room => room.Item, room => room.Index);
        return uses
            .Where(use => places.TryGetValue(use.Room, out int own) && places.TryGetValue(use.UsedRoom, out int used) && used > own)
            .Select(use => $"{use.File} uses {use.Type} of {use.UsedRoom}, which is above it")
            .Distinct()
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Rooms that the order does not name.</summary>
    public static IEnumerable<string> FindUnplaced(SourceProject project, IReadOnlyList<string> order) =>
        project.Files.Select(TypeUse.RoomOf).Distinct().Except(order).Order(StringComparer.Ordinal);
}
